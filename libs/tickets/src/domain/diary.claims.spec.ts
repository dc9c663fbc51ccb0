import { expect, test } from '@jest/globals';
import type { Claim } from '@app/kernel';
import { at, DAY, DISPATCHER, span, ticketAfter } from '../testing/ticket.builders.js';
import * as past from '../testing/past.js';
import { claim, lapsedWithin, settle, withdraw } from './diary.claims.js';
import type { BookVisit, ReleaseVisit } from './diary.decider.js';
import { standsBy } from './diary.entries.js';
import type { Booking, Diary } from './diary.state.js';

const OURS: Claim = { id: 'ours', command: 'c-1', at: at('08:20') };
const entry = { employee: 'li-wei', date: DAY, ticket: 'T-1', visit: 1 };
const from = { id: OURS.command, occurredAt: at('08:20'), actor: DISPATCHER };
const book: BookVisit = {
  ...from,
  type: 'BookVisit',
  data: { ...entry, window: span('09:00', '11:00') },
};
const release: ReleaseVisit = { ...from, type: 'ReleaseVisit', data: entry };

function booking(claimed: Partial<Claim> | undefined, more: Partial<Booking> = {}): Booking {
  const { ticket, visit } = entry;
  const window = span('09:00', '11:00');
  return { ticket, visit, window, ...(claimed && { claim: { ...OURS, ...claimed } }), ...more };
}
const diary = (...bookings: Booking[]): Diary => ({ bookings, hours: [] });
const said = (commands: ReturnType<typeof settle>) =>
  commands.map(({ type, data }) => [type, data.claim?.id]);

test('what is wanted is taken under the claim, once', () => {
  expect(claim(book, OURS, diary(), [])).toEqual([
    { ...book, data: { ...book.data, claim: OURS } },
  ]);
  expect(claim(book, OURS, diary(booking({})), [])).toEqual([]);
});

test('what the claim was for before gives way, and so do the orphans; another request’s claim does not', () => {
  const before = booking({}, { visit: 2 });
  const another = booking({ id: 'another' });
  const orphan = booking({ id: 'orphan', command: 'c-9' }, { ticket: 'T-9' });
  const commands = claim(book, OURS, diary(before, another, orphan), [orphan]);
  expect(said(commands)).toEqual([
    ['ReleaseVisit', 'ours'],
    ['ReleaseVisit', 'orphan'],
    ['BookVisit', 'ours'],
  ]);
});

test('only the request’s own claim is withdrawn', () => {
  const commands = withdraw(book, OURS, diary(booking({}), booking({ id: 'another' })));
  expect(said(commands)).toEqual([['ReleaseVisit', 'ours']]);
});

test('what is given up is released where its command had stood; what another has only claimed is let be', () => {
  const bookings = [
    booking(undefined),
    booking({ id: 'old', command: 'c-0' }),
    booking({ id: 'coming', command: 'c-2' }),
    booking({}),
  ];
  const commands = settle([release], OURS, diary(...bookings), (command) => command === 'c-0');
  expect(said(commands)).toEqual([
    ['ReleaseVisit', undefined],
    ['ReleaseVisit', 'old'],
  ]);
});

test('claims that earlier requests of the same command left are released, the ticket’s own stays', () => {
  const bookings = [booking({ id: 'left' }), booking({}), booking({ id: 'x' }, { ticket: 'T-2' })];
  expect(said(settle([book], OURS, diary(...bookings), () => false))).toEqual([
    ['ReleaseVisit', 'left'],
  ]);
});

test('a claim lapses after a minute, and only then; what was taken under none never does', () => {
  const bookings = [
    booking({}),
    booking(undefined),
    booking({}, { window: span('11:00', '12:00') }),
  ];
  const lapsed = (now: string) => lapsedWithin(span('10:00', '11:00'), bookings, now);
  expect(lapsed(at('08:21'))).toEqual([]);
  expect(lapsed('2026-03-02T00:21:00.001Z')).toEqual([bookings[0]]);
});

test.each([
  ['planned', [past.scheduled()], true],
  ['under way', [past.scheduled(), past.departed(), past.arrived()], true],
  ['over', [past.scheduled(), past.departed(), past.arrived(), past.left()], false],
  ['cancelled', [past.scheduled(), past.visitCancelled()], false],
  ['moved', [past.scheduled(), past.rescheduled(span('15:00', '17:00'))], false],
  ['never planned', [], false],
])('a ticket whose visit is %s stands by its booking or not', (_, events, stands) => {
  const ticket = ticketAfter(past.opened(), ...events);
  expect(standsBy(ticket, 'li-wei', booking({}))).toBe(stands);
  expect(standsBy(ticket, 'wang-fang', booking({}))).toBe(false);
});
