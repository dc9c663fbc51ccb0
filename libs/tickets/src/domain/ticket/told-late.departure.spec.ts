import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  inBatch,
  LI_WEI,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* Who does not tell when they set out owes what those owe who do. */

const visit = 1;
const FAN = { sku: 'FAN-1', quantity: 1 };
const planned = [past.opened({ lineFault: false }), past.scheduled()];
const arrive = command('RecordArrival', { visit }, '09:10', { known: { elsewhere: [] } });
const depart = (time: string) => command('Depart', { visit }, time);
const review = (time: string) => command('ReviewCustomerFile', { visit }, time);
const analyse = (time: string) =>
  command(
    'AnalyseFault',
    { visit, symptom: '不制冷', suspectedCause: '电容', parts: ['CAP-35'], tools: [] },
    time,
  );
const prepare = (time: string) =>
  command(
    'PrepareVisit',
    { visit, badge: true, uniform: true, tools: ['T-100'], parts: [FAN] },
    time,
    { known: { toolsInHand: ['T-100'] } },
  );

/** The ticket after what a device sends at 11:40, one step after another. */
function sent(events: readonly TicketEvent[], ...steps: TicketCommand[]): OpenedTicket {
  const told = (before: OpenedTicket, step: TicketCommand) =>
    ticketDecider
      .decide(inBatch(step, at('11:40')), before)
      .reduce(ticketDecider.evolve, before) as OpenedTicket;
  return steps.reduce(told, ticketAfter(...events));
}

const found = ({ findings }: OpenedTicket, status = 'open') =>
  findings
    .filter((each) => each.status === status)
    .map(({ person, article, code, foundAt }) => [person, `${article}/${code}`, foundAt].join(' '));
const of = (person: string, time: string, ...codes: string[]) =>
  codes.map((code) => `${person} ${code} ${at(time)}`);

const READING = ['V6/file-not-reviewed', 'V6/fault-not-analysed'];
const WORN = ['V4/badge-missing', 'V4/uniform-missing'];

test('[V3] [V4] [V5] [V6] whose departure nobody told is judged by when they came', () => {
  const set = sent(planned, depart('09:10'));
  const came = sent(planned, arrive);
  expect(found(came)).toEqual(found(set));
  expect(found(came)).toEqual(expect.arrayContaining(of(LI_WEI.id, '09:10', ...READING, ...WORN)));
});

test('[V4] [V6] and so is each of those who come along', () => {
  const added = event('TechnicianAdded', { visit, technician: WANG_FANG.id }, '08:25');
  expect(found(sent([...planned, added], arrive))).toEqual(
    expect.arrayContaining(of(WANG_FANG.id, '09:10', ...READING, ...WORN)),
  );
});

test('[V6] whose departure was told is found once', () => {
  const set = sent(planned, depart('08:50'));
  expect(found(sent(planned, depart('08:50'), arrive))).toEqual(found(set));
});

test('[V4] [V6] what was done before the arrival, and told after it, withdraws what was found', () => {
  const ticket = sent(planned, arrive, review('08:55'), prepare('08:56'));
  expect(found(ticket)).toEqual(of(LI_WEI.id, '09:10', 'V6/fault-not-analysed'));
});

test('[V6] a departure told later finds what was read only on the way, and the rest once', () => {
  const ticket = sent(planned, arrive, review('08:55'), depart('08:50'));
  const readLate = of(LI_WEI.id, '08:50', 'V6/file-not-reviewed');
  expect(found(ticket)).toEqual(expect.arrayContaining(readLate));
  expect(found(ticket)).toHaveLength(found(sent(planned, arrive)).length);
});

test('[V5] a departure told later takes back what an analysis asked only on the way', () => {
  const packed = [...planned, past.prepared({ parts: [FAN] })];
  const came = sent(packed, arrive, analyse('08:55'));
  expect(found(came)).toEqual(
    expect.arrayContaining(of(LI_WEI.id, '09:10', 'V5/needed-part-not-packed')),
  );
  const set = sent(packed, arrive, analyse('08:55'), depart('08:50'));
  expect(found(set, 'withdrawn')).toEqual(
    expect.arrayContaining(of(LI_WEI.id, '09:10', 'V5/needed-part-not-packed')),
  );
  expect(found(set)).toEqual(
    expect.arrayContaining(of(LI_WEI.id, '08:50', 'V6/fault-not-analysed')),
  );
});

test('[V4] [V6] whoever was called to those who were there, and tells no departure, answers for themself', () => {
  const there = [...planned, past.departed('08:50'), past.arrived('09:10')];
  const called = event('TechnicianAdded', { visit, technician: WANG_FANG.id }, '09:20');
  const joins = command('RecordArrival', { visit }, '10:00', {
    by: WANG_FANG,
    known: { elsewhere: [] },
  });
  expect(found(sent([...there, called], joins))).toEqual(
    of(WANG_FANG.id, '10:00', ...READING, ...WORN),
  );
});
