import { expect, test } from '@jest/globals';
import { noShow, opened, scheduled } from '../../testing/past.js';
import { ticketAfter } from '../../testing/ticket.builders.js';
import { visitAt } from './preconditions.js';

test.each([
  ['zh', '上门状态为“失约”，此步骤不可行'],
  ['en', 'the visit was a no-show; this step is not possible now'],
] as const)(
  'in %s a visit that stands elsewhere is told in words, not by its code',
  (language, says) => {
    const refused = () => visitAt(ticketAfter(opened(), scheduled(), noShow()), 1, 'scheduled');
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'visit-no-show',
        says: expect.objectContaining({ [language]: says }),
      }),
    );
  },
);
