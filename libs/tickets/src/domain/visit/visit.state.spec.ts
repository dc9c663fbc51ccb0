import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@app/kernel';
import { ticketSamples } from '../fixtures/samples.js';
import { visitAt } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { evolve, initialState } from '../ticket/ticket.evolve.js';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { at, event, ticketAfter } from '../../testing/ticket.builders.js';
import { hasArrived, suspensionOf, type Visit } from './visit.state.js';

test('what a visit does not have yet does not compile', () => {
  const ticket = ticketAfter(past.opened(), past.scheduled());
  const planned = visitAt(ticket, 1, 'scheduled', 'departed');
  // @ts-expect-error nobody has come to a visit that is still to be made
  expect(planned.arrivedAt).toBeUndefined();
  // @ts-expect-error nor asked the customer
  expect(planned.consented).toBeUndefined();
  // @ts-expect-error one of them has not set out
  expect(planned.departedAt).toBeUndefined();
});

test('what a visit has by its status needs no question', () => {
  const ticket = ticketAfter(...site.onSite, past.left());
  const left = visitAt(ticket, 1, 'left');
  const times: string[] = [left.arrivedAt, left.leftAt];
  expect(times).toEqual([at('09:30'), at('11:00')]);
  const perhapsThere = visitAt(ticket, 1, 'on-site', 'left');
  // @ts-expect-error whoever is still there has not left
  expect(perhapsThere.leftAt).toBeDefined();
});

test('what was recorded at the customer’s tells that somebody came, also where no arrival was', () => {
  const planned = [past.opened(), past.scheduled()];
  const visitAfter = (...more: TicketEvent[]) => ticketAfter(...planned, ...more).visits[0];
  expect(visitAfter(site.consented())).toMatchObject({
    status: 'on-site',
    arrivedAt: at('09:36'),
    consented: true,
  });
  expect(visitAfter(past.workStarted())).toMatchObject({ status: 'working', workStarted: true });
  expect(visitAfter(site.suspended())).toMatchObject({ status: 'working', workStarted: true });
  expect(visitAfter(past.left())).toMatchObject({ status: 'left', arrivedAt: at('11:00') });
  expect(visitAfter(past.visitCompleted())).toMatchObject({
    status: 'completed',
    arrivedAt: at('11:10'),
    leftAt: at('11:10'),
  });
});

test('what is found of a visit, or resumed where nothing was suspended, does not move it', () => {
  const [visit] = ticketAfter(
    past.opened(),
    past.scheduled(),
    past.found(1, 'V7', 'no-show'),
    event('WorkResumed', { visit: 1 }),
  ).visits;
  expect(visit?.status).toBe('scheduled');
});

/** One of each event, all of the first visit. */
const samples = Object.entries(ticketSamples).map(([type, data]) =>
  event(type as TicketEvent['type'], { ...data, ...('visit' in data && { visit: 1 }) }),
);

test('whatever is stored in whatever order leaves a visit with what its status has', () => {
  const opening = past.opened();
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...samples), { maxLength: 30 }), (events) => {
      const ticket = fold({ initialState, evolve }, [opening, past.scheduled(), ...events]);
      for (const visit of ticket.status === 'none' ? [] : ticket.visits) isWhole(visit);
    }),
  );
});

function isWhole(visit: Visit): void {
  if (visit.status === 'departed') expect(visit.departedAt).toBeDefined();
  if (hasArrived(visit)) expect(visit).toMatchObject({ arrivedAt: expect.any(String) });
  if (hasArrived(visit)) expect(visit.interruptions).toBeInstanceOf(Array);
  if (visit.status === 'left' || visit.status === 'completed') expect(visit.leftAt).toBeDefined();
  if (visit.status === 'on-site') expect(suspensionOf(visit)).toBeUndefined();
}
