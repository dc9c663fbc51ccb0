import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { act, decided, laterOf, openedCase, proposed } from '../../testing/cases.js';
import { caseBoard } from './case-board.read-model.js';

type Events = Parameters<typeof recorded>[1];
const rowOf = (...events: Events) =>
  rowsOf(caseBoard, recorded('standing-he-ying:2026', events) as never).get('he-ying:2026:1');
const file = openedCase(1, 'D26.talks-back');

test('a case on the board says what it is about, and since when it waits', () => {
  expect(rowOf(file)).toMatchObject({
    employee: 'he-ying',
    year: '2026',
    number: 1,
    article: 'D26',
    clause: 'talks-back',
    edition: '2026.1',
    status: 'open',
    pending: true,
    since: at('09:00'),
  });
  expect(rowOf(file, proposed(file))).toMatchObject({
    status: 'proposed',
    since: at('09:30'),
    hearingUntil: at('00:00', 4),
  });
});

test('decided, it waits for nothing; appealed against, it does', () => {
  const filed = laterOf(file)('AppealFiled', { case: 1, grounds: '…' });
  expect(rowOf(...act(1, 'D26.talks-back'))).toMatchObject({
    status: 'decided',
    pending: false,
    appealUntil: at('00:00', 15),
  });
  expect(rowOf(file, decided(file), filed)).toMatchObject({ status: 'appealed', pending: true });
  const paid = laterOf(file)('SharePaid', { case: 1, amount: '1.00' });
  expect(rowOf(file, decided(file), paid)).toMatchObject({ status: 'decided' });
});

test('cases of one year are kept apart', () => {
  const events = [...act(1, 'D26.talks-back'), openedCase(2, 'D27.vehicle')];
  const rows = rowsOf(caseBoard, recorded('standing-he-ying:2026', events) as never);
  expect([...rows.keys()]).toEqual(['he-ying:2026:1', 'he-ying:2026:2']);
});
