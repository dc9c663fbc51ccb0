import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  command,
  DISPATCHER,
  event,
  givenFor,
  LI_WEI,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { TicketOutcome } from '../ticket/ticket.values.js';
import { resolveTicket } from './resolve-ticket.js';

const given = givenFor(resolveTicket);
const resolve = command('ResolveTicket', { summary: '更换电容' }, '15:00', { by: DISPATCHER });
const resolvedAs = (
  outcome: TicketOutcome,
  more: Partial<Extract<TicketEvent, { type: 'TicketResolved' }>['data']> = {},
) =>
  event('TicketResolved', { summary: '更换电容', outcome, givenUp: [], openFindings: [], ...more });
const visited: TicketEvent[] = [
  past.opened(),
  past.scheduled(),
  past.departed(),
  past.arrived(),
  past.workStarted(),
];

test('[R10] a repair that restored the service resolves the ticket', () => {
  given(...visited, past.repaired(), past.left())
    .when(resolve)
    .then(resolvedAs('restored'));
});

test('[R10] a ticket that was visited is not resolved before the service is restored', () => {
  given(...visited, past.left())
    .when(resolve)
    .thenRefusedUnder('R10');
  given(...visited, past.repaired({ restored: false }), past.left())
    .when(resolve)
    .thenRefusedUnder('R10');
});

test('advice resolves a ticket to which nobody came', () => {
  given(past.opened()).when(resolve).then(resolvedAs('restored'));
  given(past.opened(), past.scheduled(), past.visitCancelled())
    .when(resolve)
    .then(resolvedAs('restored'));
});

test('its findings that nobody has reviewed are listed', () => {
  given(
    ...visited,
    past.found(1, 'V7', 'late-arrival'),
    past.found(2, 'V8', 'not-greeted'),
    past.excused(1, 'V7'),
    past.repaired(),
    past.left(),
  )
    .when(resolve)
    .then(resolvedAs('restored', { openFindings: [2] }));
});

test.each<[string, TicketEvent[]]>([
  ['planned', [past.opened(), past.scheduled()]],
  ['on the way', [past.opened(), past.scheduled(), past.departed()]],
  ['on site', [past.opened(), past.scheduled(), past.departed(), past.arrived()]],
  ['working', [...visited, past.repaired()]],
])('not while a visit is %s', (_, events) => {
  given(...events)
    .when(resolve)
    .thenThrows(NotPossible, 'visit-outstanding');
});

test('after a reopening, an earlier repair resolves nothing that was visited anew', () => {
  given(
    ...visited,
    past.repaired(),
    past.left(),
    past.resolved(),
    past.reopened(),
    past.scheduled({ visit: 2 }),
    past.departed('18:00', 2),
    past.arrived('18:30', 2),
    past.left('18:40', 2),
  )
    .when(resolve)
    .thenRefusedUnder('R10');
});

test('not before the ticket was opened', () => {
  given(past.opened())
    .when(command('ResolveTicket', { summary: '' }, '07:59', { by: DISPATCHER }))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R10] a technician resolves only a ticket on which a visit is theirs', () => {
  const by = (actor = WANG_FANG) =>
    command('ResolveTicket', { summary: '更换电容' }, '15:00', { by: actor });
  given(...visited, past.repaired(), past.left())
    .when(by())
    .thenThrows(Forbidden, 'not-your-ticket');
  given(past.opened()).when(by()).thenThrows(Forbidden, 'not-your-ticket');
  given(...visited, past.repaired(), past.left())
    .when(by(LI_WEI))
    .then(resolvedAs('restored'));
});
