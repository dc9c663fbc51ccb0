import { expect, test } from '@jest/globals';
import { left, resolved, workStarted } from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;

const looked = (tamperingSigns: boolean, time: string) =>
  event(
    'IntegrityInspected',
    {
      visit,
      partsComplete: true,
      tamperingSigns,
      photos: [],
      ...(tamperingSigns && { note: '封条已破' }),
    },
    time,
  );
const ready = [...site.onSite, site.greeted(), site.entitled(), site.consented()];
const codesAtLeaving = (...past: TicketEvent[]) =>
  given(...past)
    .when(command('LeaveSite', { visit }, '11:00'))
    .events()
    .flatMap(({ data }) => ('code' in data ? [data.code] : []));
const start = command('StartWork', { visit }, '09:50');

test('[V13] a clean second look lifts no signature that the first one waits for', () => {
  given(...ready, looked(true, '09:40'), looked(false, '09:45'))
    .when(start)
    .thenRefusedUnder('V13', 'discrepancy-unacknowledged');
});

test('[V13] [V14] a discrepancy that was signed stays, and is explained, after a clean second look', () => {
  const seen = [...ready, looked(true, '09:40'), site.discrepancySigned(), looked(false, '09:45')];
  expect(ticketAfter(...seen).visits[0]).toMatchObject({
    inspection: { discrepancies: [looked(true, '09:40').occurredAt] },
  });
  given(...seen)
    .when(start)
    .then(event('WorkStarted', { visit }));
  const worked = [...seen, workStarted()];
  expect(codesAtLeaving(...worked)).toContain('discrepancy-not-explained');
  expect(codesAtLeaving(...worked, site.explained('discrepancy'))).not.toContain(
    'discrepancy-not-explained',
  );
});

test('[V13] what a second look finds is signed for itself', () => {
  const twice = [...ready, looked(true, '09:40'), site.discrepancySigned(), looked(true, '09:45')];
  given(...twice)
    .when(start)
    .thenRefusedUnder('V13', 'discrepancy-unacknowledged');
  const both = event('DiscrepancyAcknowledged', { visit, signature: site.SIGNATURE }, '09:46');
  given(...twice, both)
    .when(start)
    .then(event('WorkStarted', { visit }));
});

test('[V14] a discrepancy found after the explanation owes another', () => {
  const later = [
    ...ready,
    looked(true, '09:40'),
    site.explained('discrepancy'),
    looked(true, '09:46'),
  ];
  const code = 'discrepancy-not-explained';
  expect(codesAtLeaving(...later)).toContain(code);
  expect(codesAtLeaving(...later, site.explained('discrepancy', false, '09:47'))).not.toContain(
    code,
  );
});

test('[V14] a quote higher than the one that was explained owes another explanation, a lower one none', () => {
  const quoted = (total: string, time: string) => ({
    ...site.quoteSigned(total),
    occurredAt: event('SiteCleaned', { visit }, time).occurredAt,
  });
  const first = [
    ...site.working,
    site.externalCause(),
    site.explained('fee'),
    quoted('180.00', '09:56'),
  ];
  const code = 'fee-not-explained';
  expect(codesAtLeaving(...first)).not.toContain(code);
  expect(codesAtLeaving(...first, quoted('150.00', '10:05'))).not.toContain(code);
  const higher = [...first, quoted('300.00', '10:05')];
  expect(codesAtLeaving(...higher)).toContain(code);
  expect(codesAtLeaving(...higher, quoted('280.00', '10:10'))).toContain(code);
  expect(codesAtLeaving(...higher, site.explained('fee', false, '10:04'))).not.toContain(code);
});

test('[V14] what was explained after the lower quote was signed was the lower one', () => {
  const quoted = (total: string, time: string) => ({
    ...site.quoteSigned(total),
    occurredAt: event('SiteCleaned', { visit }, time).occurredAt,
  });
  const told = (time: string) => site.explained('fee', false, time);
  const higher = [
    ...site.working,
    site.externalCause(),
    quoted('100.00', '09:56'),
    told('09:57'),
    quoted('150.00', '10:05'),
  ];
  const code = 'fee-not-explained';
  expect(codesAtLeaving(...higher)).toContain(code);
  expect(codesAtLeaving(...higher, told('10:06'))).not.toContain(code);
  const twice = [...higher, told('10:06'), quoted('200.00', '10:10')];
  expect(codesAtLeaving(...twice)).toContain(code);
  expect(codesAtLeaving(...twice, told('10:11'))).not.toContain(code);
});

test('[V17] that the cause is not the company’s is told once it is known', () => {
  const code = 'external-cause-not-explained';
  const early = [...site.working, site.explained('cause'), site.externalCause()];
  expect(codesAtLeaving(...early)).toContain(code);
  expect(codesAtLeaving(...early, site.explained('cause', false, '09:56'))).not.toContain(code);
});

test('[V13] for want of a signature a ticket ends where a later discrepancy has none', () => {
  const resolve = command(
    'ResolveTicket',
    { outcome: 'not-signed', summary: '客户拒绝签字' },
    '15:00',
  );
  const signed = [...ready, looked(true, '09:40'), site.discrepancySigned()];
  given(...signed, left())
    .when(resolve)
    .thenRefusedUnder('R10', 'nothing-unsigned');
  const again = given(...signed, looked(true, '09:45'), left())
    .when(resolve)
    .events();
  expect(again[0]?.type).toBe(resolved('15:00').type);
});
