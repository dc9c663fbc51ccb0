import { expect, test } from '@jest/globals';
import { left } from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  SUPERVISOR,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const given = givenFor(ticketDecider.decide);
const code = 'greeted-after-another-step';
const codesAtLeaving = (...past: TicketEvent[]) =>
  given(...past)
    .when(command('LeaveSite', { visit: 1 }, '11:00'))
    .events()
    .flatMap(({ data }) => ('code' in data ? [data.code] : []));
const greeted = (time: string) => ({
  ...site.greeted(),
  occurredAt: event('SiteCleaned', { visit: 1 }, time).occurredAt,
});

test('[V8] a greeting after another step is found when the technician leaves', () => {
  expect(codesAtLeaving(...site.onSite, greeted('09:31'), site.entitled())).not.toContain(code);
  expect(codesAtLeaving(...site.onSite, site.entitled(), greeted('09:41'))).toContain(code);
  expect(codesAtLeaving(...site.onSite, site.cardLeft(), greeted('10:50'))).toContain(code);
  expect(codesAtLeaving(...site.onSite, site.entitled())).not.toContain(code);
});

test('[V8] the first greeting counts, and a supervisor’s decision in the office is no step on site', () => {
  const again = [...site.onSite, greeted('09:31'), site.entitled(), greeted('09:41')];
  expect(codesAtLeaving(...again)).not.toContain(code);
  const decided = event(
    'EntitlementChecked',
    { visit: 1, by: 'override', entitlement: site.CHARGEABLE, overrideReason: '老客户' },
    '09:30',
    SUPERVISOR,
  );
  expect(codesAtLeaving(...site.onSite, decided, greeted('09:31'))).not.toContain(code);
});

test('[V8] a greeting that is told only after the leaving is judged by when it was', () => {
  const gone = given(...site.readyToWork)
    .when(command('LeaveSite', { visit: 1 }, '11:00'))
    .events();
  const told = (time: '09:32' | '09:50') =>
    given(...site.readyToWork, ...gone)
      .when(
        inBatch(
          command('GreetCustomer', { visit: 1, introduced: true, credentialsShown: true }, time),
          at('11:40'),
        ),
      )
      .events()
      .flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(gone.map(({ type }) => type)).toContain(left().type);
  expect(told('09:32')).not.toContain(code);
  expect(told('09:50')).toContain(code);
});
