import { broken, Forbidden, Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { consented, entitled, greeted, inspected, onSite } from '../../testing/on-site.past.js';
import {
  arrived,
  departed,
  found,
  noShow,
  opened,
  rescheduled,
  scheduled,
  workStarted,
} from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  span,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { greetingComesFirst } from '../rules/greeting-comes-first.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { hasArrived } from '../visit/visit.state.js';
import { recordConsent } from './record-consent.js';
import { startWork } from './start-work.js';

const given = givenFor(recordConsent);
const consent = command('RecordConsent', { visit: 1, by: '孙丽' }, '09:36');

test('[V11] the customer agrees to the service', () => {
  given(...onSite)
    .when(consent)
    .then(event('ConsentGiven', { visit: 1, by: '孙丽' }));
});

test('consent that was given stays given', () => {
  given(...onSite, consented())
    .when(consent)
    .thenNothing();
});

const phone = { number: '13800010002', relationship: '业主女儿', calledAt: at('09:34') };
const byPhone = (calledAt: LocalTime, time: LocalTime, by = LI_WEI) =>
  command(
    'RecordConsent',
    { visit: 1, by: '孙丽', phone: { ...phone, calledAt: at(calledAt) } },
    time,
    {
      by,
    },
  );
const agreed = (calledAt: LocalTime, by = LI_WEI) =>
  event(
    'ConsentGiven',
    { visit: 1, by: '孙丽', phone: { ...phone, calledAt: at(calledAt) } },
    calledAt,
    by,
  );

test('[V11] a named contact agrees by phone: who, at which number, what they are to the customer, and when', () => {
  given(...onSite)
    .when(byPhone('09:34', '09:36'))
    .then(agreed('09:34'));
  const [consent] = given(...onSite)
    .when(byPhone('09:34', '09:50'))
    .events();
  expect(consent).toMatchObject({ occurredAt: at('09:34') });
});

test.each([
  ['is planned', 'visit-scheduled', [opened(), scheduled()]],
  ['is on its way', 'visit-departed', [opened(), scheduled(), departed()]],
])('[V11] the office records what it was told by phone while a visit %s', (_, code, past) => {
  given(...past)
    .when(byPhone('08:25', '08:50', DISPATCHER))
    .then(agreed('08:25', DISPATCHER));
  given(...past)
    .when(command('RecordConsent', { visit: 1, by: '孙丽' }, '08:50'))
    .thenThrows(NotPossible, code);
});

test('[V11] and only the technician what was agreed on site', () => {
  given(...onSite)
    .when(command('RecordConsent', { visit: 1, by: '孙丽' }, '09:36', { by: DISPATCHER }))
    .thenThrows(Forbidden, 'agreed-on-site');
  expect(
    given(...onSite)
      .when(command('RecordConsent', { visit: 1, by: '孙丽' }, '09:36', { by: SUPERVISOR }))
      .events(),
  ).toMatchObject([{ actor: { onBehalfOf: LI_WEI.id } }]);
});

test('[V11] consent from before the arrival counts for the work, also when the visit is moved', () => {
  const start = command('StartWork', { visit: 1 }, '09:50');
  const begun = (...ahead: TicketEvent[]) =>
    givenFor(startWork)(
      opened(),
      scheduled(),
      ...ahead,
      departed(),
      arrived(),
      entitled(),
      inspected(),
    ).when(start);
  begun(agreed('08:25', DISPATCHER)).then(event('WorkStarted', { visit: 1 }));
  const moved = rescheduled(span('09:00', '10:00'), {}, '08:30');
  begun(agreed('08:25', DISPATCHER), moved).then(event('WorkStarted', { visit: 1 }));
  begun(moved).thenRefusedUnder('V11', 'work-before-consent');
});

test('[V8] [V11] what was agreed by phone ahead is no step on site that the greeting comes after', () => {
  const visit = ticketAfter(
    opened(),
    scheduled(),
    agreed('08:25'),
    departed(),
    arrived(),
    greeted(),
  );
  expect(broken([greetingComesFirst], visit.visits.find(hasArrived)!)).toEqual([]);
});

test('[V11] told late, an earlier consent by phone stands beside a later one on site, and withdraws what it disproves', () => {
  const missed = { ...found(1, 'V11', 'work-before-consent'), occurredAt: at('09:33') };
  const events = givenFor(ticketDecider.decide)(
    ...onSite,
    entitled(),
    workStarted('09:33'),
    missed,
    consented(),
  )
    .when(inBatch(byPhone('08:50', '08:51', DISPATCHER), at('11:40')))
    .events();
  expect(events).toMatchObject([
    { type: 'ConsentGiven', occurredAt: at('08:50') },
    { type: 'FindingWithdrawn', data: { finding: 1 } },
  ]);
  given(opened(), scheduled(), noShow())
    .when(inBatch(byPhone('08:50', '08:51', DISPATCHER)))
    .then(agreed('08:50', DISPATCHER));
});

test('[V11] what somebody agreed to before the call for it is no consent to it; told late it is found', () => {
  const before = byPhone('07:59', '09:36', DISPATCHER);
  given(...onSite)
    .when(before)
    .thenRefusedUnder('V11', 'consent-before-the-call');
  given(...onSite)
    .when(inBatch(before))
    .then(
      agreed('07:59', DISPATCHER),
      found(1, 'V11', 'consent-before-the-call', { person: DISPATCHER.id }),
    );
  given(...onSite)
    .when(byPhone('08:00', '09:36'))
    .then(agreed('08:00'));
});

test('[V11] nobody agreed in a call that is still to be made', () => {
  given(...onSite)
    .when(byPhone('09:37', '09:36'))
    .thenThrows(Invalid, 'called-ahead');
});
