import { NotFound } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { command, event, givenFor, SUPERVISOR } from '../../testing/ticket.builders.js';
import { reviewFinding } from './review-finding.js';

const given = givenFor(reviewFinding);
const late = [past.opened(), past.scheduled(), past.found(1, 'V7', 'late-arrival')];
const upheld = { finding: 1, verdict: 'upheld' } as const;
const review = () => command('ReviewFinding', upheld, '14:00', { by: SUPERVISOR });

test('[R13] a supervisor reviews a finding of the ticket, for the appraisal and under its article', () => {
  const [reviewed] = given(...late)
    .when(review())
    .events();
  expect(reviewed).toMatchObject(
    event('FindingUpheld', { finding: 1, article: 'V7' }, '14:00', SUPERVISOR),
  );
  expect(reviewed?.articles).toEqual(['V7', 'R13']);
});

test('findings of a cancelled ticket are reviewed too', () => {
  given(...late, past.cancelled())
    .when(review())
    .then(event('FindingUpheld', { finding: 1, article: 'V7' }));
});

test('a ticket that there is not has no findings to review', () => {
  given().when(review()).thenThrows(NotFound, 'unknown-ticket');
});
