import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/* One of a visit comes first, and the others follow: what is asked of whom. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const THEY = WANG_FANG.id;
const LI = LI_WEI.id;
const by = WANG_FANG;
const KIT = { visit, badge: true, uniform: true, tools: ['T-100'], parts: [] };
const planned = [
  past.opened({ lineFault: false }),
  past.scheduled(),
  event('TechnicianAdded', { visit, technician: THEY }, '08:25'),
];
const alone = {
  departed: (time: string) => event('TechnicianDeparted', { visit, technician: THEY }, time, by),
  arrived: (time: string) => event('TechnicianArrived', { visit, technician: THEY }, time, by),
};
/** Wang Fang, who came along as the second, is there first. */
const first = [...planned, alone.departed('08:50'), alone.arrived('09:10')];
const known = { elsewhere: [] as string[] };
const greet = (time: string, who = LI_WEI) =>
  command('GreetCustomer', { visit, introduced: true, credentialsShown: true }, time, { by: who });
const arrive = (time: string, who = LI_WEI) =>
  command('RecordArrival', { visit }, time, { by: who, known });
const leave = (time: string, who = LI_WEI) =>
  command('LeaveSite', { visit }, time, { by: who, known: {} });
const depart = (time: string, who = LI_WEI) => command('Depart', { visit }, time, { by: who });
const prepare = (time: string) =>
  command('PrepareVisit', { ...KIT, badge: false }, time, { known: { toolsInHand: ['T-100'] } });

/** The ticket after the steps, one after another. */
function after(events: readonly TicketEvent[], ...steps: TicketCommand[]): OpenedTicket {
  const take = (ticket: OpenedTicket, step: TicketCommand) =>
    ticketDecider.decide(step, ticket).reduce(ticketDecider.evolve, ticket) as OpenedTicket;
  return steps.reduce(take, ticketAfter(...events));
}
const late = (...steps: TicketCommand[]) => steps.map((step) => inBatch(step, at('12:40')));
const found = ({ findings }: OpenedTicket, status = 'open') =>
  findings
    .filter((each) => each.status === status)
    .map(({ person, code }) => `${person ?? ''} ${code}`);
const greetingsOwed = (ticket: OpenedTicket, status = 'open') =>
  found(ticket, status).filter((each) => each.endsWith('customer-not-greeted'));

test('[V4] what somebody put down as not worn is not withdrawn as they set out by themself', () => {
  const noBadge = event('VisitPrepared', { ...KIT, badge: false, technician: THEY }, '08:40', by);
  const missing = past.found(1, 'V4', 'badge-missing', { person: THEY });
  const along = [...planned, noBadge, missing, past.departed('08:50')];
  expect(found(after(along, depart('09:20', by)))).toContain(`${THEY} badge-missing`);
  expect(found(after(along, depart('09:20', by)), 'withdrawn')).toEqual([]);
});

test('[V4] nor is it where the arrival had been told before the departure', () => {
  const ticket = after(planned, ...late(arrive('09:30'), prepare('08:40'), depart('08:50')));
  expect(found(ticket)).toContain(`${LI} badge-missing`);
});

test('[R10] who was taken to have come along, and set out only then, was in no two places', () => {
  const there = [...planned, past.departed('08:50')];
  const came = after(
    there,
    command('RecordArrival', { visit }, '09:30', {
      known: { elsewhere: [], othersElsewhere: [THEY] },
    }),
  );
  expect(found(came)).toContain(`${THEY} in-two-places`);
  const follows = ticketDecider.decide(depart('10:10', by), came);
  const then = follows.reduce(ticketDecider.evolve, came) as OpenedTicket;
  expect(found(then, 'withdrawn')).toContain(`${THEY} in-two-places`);
});

test('[V3] [V4] [V5] [V6] the responsible technician prepares for those who are there first, and follows', () => {
  const ready = after(first, prepare('09:15'), depart('09:20'), arrive('09:40'));
  expect(ready.visits[0]).toMatchObject({
    status: 'on-site',
    present: [THEY, LI],
    own: { [LI]: { departedAt: at('09:20'), arrivedAt: at('09:40') } },
  });
  expect(found(ready).filter((each) => each.startsWith(LI))).toEqual([
    `${LI} parts-not-listed`,
    `${LI} badge-missing`,
    `${LI} file-not-reviewed`,
    `${LI} fault-not-analysed`,
  ]);
  expect(() => after(first, depart('09:20'), depart('09:25'))).toThrow('already-departed');
});

test('[V6] what they did on the way is found where they tell only late when they set out', () => {
  const review = command('ReviewCustomerFile', { visit }, '09:30');
  const came = after(first, ...late(review, arrive('09:40')));
  expect(found(came)).not.toContain(`${LI} file-not-reviewed`);
  const told = after(first, ...late(review, arrive('09:40'), depart('09:20')));
  expect(found(told)).toContain(`${LI} file-not-reviewed`);
});

test('[V7] a notice told late withdraws that somebody followed too late', () => {
  const notice = command(
    'NotifyDelay',
    { visit, reason: '堵车', apologised: true, newArrival: at('11:30') },
    '10:40',
    { known: { receivedAt: at('12:40') } },
  );
  const came = after(first, depart('09:20'), arrive('11:20'));
  expect(found(came)).toContain(`${LI} late-arrival`);
  const [told] = late(notice);
  expect(found(after(first, depart('09:20'), arrive('11:20'), told!), 'withdrawn')).toContain(
    `${LI} late-arrival`,
  );
});

test('[V8] each who comes by themself introduces themself, and is found where they do not', () => {
  const both = [depart('09:20'), arrive('09:40')];
  const onlyThey = after(first, greet('09:11', by), ...both, leave('10:00', by), leave('10:30'));
  expect(greetingsOwed(onlyThey)).toEqual([`${LI} customer-not-greeted`]);
  const onlyLi = after(first, ...both, greet('09:41'), leave('10:00', by), leave('10:30'));
  expect(greetingsOwed(onlyLi)).toEqual([`${THEY} customer-not-greeted`]);
  const nobody = after(first, ...both, leave('10:00', by), leave('10:30'));
  expect(greetingsOwed(nobody)).toHaveLength(2);
  const told = after(
    first,
    ...both,
    leave('10:00', by),
    leave('10:30'),
    ...late(greet('09:12', by)),
  );
  expect(greetingsOwed(told)).toEqual([`${LI} customer-not-greeted`]);
  expect(greetingsOwed(told, 'withdrawn')).toEqual([`${THEY} customer-not-greeted`]);
});

test('[V8] of those who come together one greets for all', () => {
  const together = [...planned, past.departed('08:50'), past.arrived('09:30')];
  expect(greetingsOwed(after(together, greet('09:31', by), leave('10:30')))).toEqual([]);
  expect(greetingsOwed(after(together, leave('10:30')))).toEqual([`${LI} customer-not-greeted`]);
});

test('[V24] [V25] [V26] where the responsible technician never came, whoever did answers for the end', () => {
  const ticket = after(first, greet('09:11', by), leave('10:30', by));
  expect(found(ticket).filter((each) => each.endsWith('card-not-left'))).toEqual([
    `${THEY} card-not-left`,
  ]);
  expect(found(ticket).filter((each) => each.startsWith(LI))).toEqual([]);
});

test('[R10] who came by themself, stayed longer and tells it late, ends the visit when they left', () => {
  const gone = after(first, greet('09:11', by), leave('10:00', by));
  expect(found(gone)).toContain(`${THEY} card-not-left`);
  const told = after(
    first,
    greet('09:11', by),
    leave('10:00', by),
    ...late(
      depart('09:20'),
      arrive('09:40'),
      greet('09:41'),
      command('LeaveCard', { visit }, '10:20'),
      leave('10:30'),
    ),
  );
  expect(told.visits[0]).toMatchObject({ status: 'left', leftAt: at('10:30') });
  expect(found(told).filter((each) => each.endsWith('card-not-left'))).toEqual([]);
  expect(found(told, 'withdrawn')).toContain(`${THEY} card-not-left`);
  expect(greetingsOwed(told)).toEqual([]);
  given(...first, alone.arrived('09:10'), past.left('10:00'))
    .when(inBatch(leave('10:30')))
    .thenThrows(NotPossible, 'visit-left');
});

test('[V5] a preparation that is set right does not pack what is not on it, whoever told no departure', () => {
  const needs = past.faultAnalysed({ parts: ['FAN-2'], tools: [] }, '08:15');
  const packed = past.prepared({
    tools: [],
    parts: [{ sku: 'CAP-35', quantity: 1 }],
    badge: false,
  });
  const history = [
    past.opened({ lineFault: false }),
    past.fileReviewed(),
    needs,
    past.scheduled(),
    packed,
  ];
  const came = after(history, ...late(arrive('09:30')));
  expect(found(came)).toContain(`${LI} needed-part-not-packed`);
  const fix = command('CorrectPreparation', { visit, badge: true, reason: '误填' }, '11:30', {
    known: { toolsInHand: [] },
  });
  const corrected = ticketDecider
    .decide(fix, came)
    .reduce(ticketDecider.evolve, came) as OpenedTicket;
  expect(found(corrected)).toContain(`${LI} needed-part-not-packed`);
});
