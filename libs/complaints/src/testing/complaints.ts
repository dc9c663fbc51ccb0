import { fold, type Actor, type CalendarYear, type DomainEvent } from '@app/kernel';
import { DISPATCHER, HOTLINE, STOREKEEPER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import type { ComplaintCommand } from '../domain/complaint.commands.js';
import { complaintDecider } from '../domain/complaint.decider.js';
import type { ComplaintEvent } from '../domain/complaint.events.js';
import type { Begun } from '../domain/complaint.state.js';
import type { PointSaid } from '../domain/complaint.values.js';

/*
 * A complaint of the tests: 孙丽 says on the phone that li-wei drove her car. Received at 09:00 of a Monday,
 * so the customer is apologised to by 11:00, and answered by the end of Thursday.
 */

export const COMPLAINT = 'TS-1';
export const ACKNOWLEDGE_BY = at('11:00');
export const ANSWER_BY = at('24:00', 3);

const year: CalendarYear = {
  restDays: [6, 7],
  holidays: ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ date: `2026-10-${day}` })),
  makeUpDays: [{ date: '2026-09-20' }, { date: '2026-10-10' }],
};
export const calendar = new Map([['2026', year]]);

export const ask = commandOf<ComplaintCommand>(HOTLINE);
export const given = specification(complaintDecider);

export const CAR: PointSaid = { about: 'integrity', employee: 'li-wei' };
const WORDS = '开着我的车去接孩子';

export const receive = (
  more: Partial<Extract<ComplaintCommand, { type: 'ReceiveComplaint' }>['data']> = {},
  time = '09:00',
  by: Actor = HOTLINE,
) => {
  const complainant = { name: '孙丽', phone: '13800000001' };
  const who = (more.anonymous ?? more.ticket) === undefined ? { complainant } : {};
  const data = { complaint: COMPLAINT, channel: 'phone' as const, ...who, ...more };
  return ask('ReceiveComplaint', data, time, { by, known: { calendar } });
};
export const record = (points: readonly PointSaid[] = [CAR], time = '09:05', by = HOTLINE) =>
  ask('RecordComplaint', { words: WORDS, points }, time, { by, known: { employees: 'known' } });
export const apologise = (time = '09:10', by = HOTLINE) =>
  ask('OfferApology', { channel: 'phone' }, time, { by });
export const assign = (employee = STOREKEEPER.id, time = '10:00', by: Actor = SUPERVISOR) =>
  ask('AssignInvestigator', { employee }, time, { by, known: { employee: 'active' } });
export const investigate = (time = '12:00', by: Actor = STOREKEEPER) =>
  ask('RecordInvestigation', { result: '门卫记录相符' }, time, { by });
export const CONDUCT = { article: 'D39', clause: 'vehicle', happenedAt: at('15:00', -1) };
export const uphold = (
  more: { point?: number; employee?: string; conduct?: typeof CONDUCT } = {},
  time = '14:00',
  by: Actor = SUPERVISOR,
) =>
  ask('UpholdComplaint', { point: 1, reason: '本人承认', ...more }, time, {
    by,
    known: { conduct: more.conduct ? 'fits' : 'none' },
  });
export const reject = (point = 1, time = '14:00', by: Actor = SUPERVISOR) =>
  ask('RejectComplaint', { point, reason: '监控未见' }, time, { by });
export const propose = (amount: string, time = '15:00', by: Actor = SUPERVISOR) =>
  ask('ProposeRemedy', { kind: 'compensation', amount }, time, { by });
export const accept = (remedy = 1, time = '15:10') =>
  ask('AcceptRemedy', { remedy }, time, { by: DISPATCHER });
export const answer = (time = '16:00', by: Actor = DISPATCHER) =>
  ask('AnswerComplaint', { channel: 'phone', answer: '已查明' }, time, { by, known: {} });
export const close = (time = '17:00', reason?: string, by: Actor = SUPERVISOR) =>
  ask('CloseComplaint', { ...(reason !== undefined && { reason }) }, time, { by });
export const reopen = (time: string, points?: readonly PointSaid[]) =>
  ask('ReopenComplaint', { words: '说好的油费没给', ...(points && { points }) }, time, {
    by: DISPATCHER,
    known: { calendar, employees: 'known' },
  });
export const look = (time: string) =>
  ask('LookAtTerms', {}, time, {
    by: { id: 'watch-the-terms-of-a-complaint', role: 'process' },
    known: { calendar },
  });

/** From the call to the judgement, by the book. */
export const judged = [receive(), record(), apologise(), assign(), investigate(), uphold()];
export const closed = [...judged, answer(), close()];

/** What has happened after these commands, each accepted. */
export function after(...commands: readonly ComplaintCommand[]): ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  for (const command of commands)
    events.push(...complaintDecider.decide(command, fold(complaintDecider, events)));
  return events;
}

/** The complaint after them. */
export function lived(...commands: readonly ComplaintCommand[]): Begun {
  return fold(complaintDecider, after(...commands)) as Begun;
}

/** Told so many hours later. */
export function late<C extends ComplaintCommand>(command: C, receivedAt: string): C {
  return { ...command, receivedAt };
}

export const typesOf = (events: readonly DomainEvent[]) => events.map(({ type }) => type);
