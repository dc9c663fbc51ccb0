import { emergencyEventTypes, type EmergencyLadderEvent } from '@app/emergencies';
import { derivedId } from '@app/kernel';
import { only, send, type Process, type Recorded, type Send } from '@app/processes';
import type { NoticeAbout } from '../domain/notice.events.js';
import { noticeStreams } from '../domain/notice.js';
import { ofTicket, toldAfter, type OfTicket, type Told } from './told-of-a-ticket.js';

const OF_EMERGENCIES = ['EscalationRungCalled', 'GeneralManagerCalled'] as const;

type OfEmergency = Extract<EmergencyLadderEvent, { type: (typeof OF_EMERGENCIES)[number] }>;
type OfTime = Extract<OfTicket, { type: 'SlaWarned' | 'SlaBreached' | 'SlaCorrected' }>;
type Handled = OfTicket | OfEmergency;

/**
 * Whoever is called in an emergency, is to go to a customer or is to go no more, or has to see that a
 * response time is kept, has it in their notices.
 */
export const notifyWhoeverIsCalledOrGivenATask: Process<Told, Handled> = {
  name: 'notify-whoever-is-called-or-given-a-task',
  startsAt: 'installation',
  handles: { ...ofTicket, ...only(emergencyEventTypes, OF_EMERGENCIES) },
  keyOf: ({ stream }) => ticketOf(stream),
  initialState: { windows: {} },
  evolve: (told, event) => (isOfTicket(event) ? toldAfter(told, event) : told),
  react(event, told) {
    switch (event.type) {
      case 'EscalationRungCalled': {
        const { rung, name, employees } = event.data;
        return employees.map((each) =>
          give(event, told, each, { kind: 'rung-called', rung, name }),
        );
      }
      case 'GeneralManagerCalled':
        return [give(event, told, event.data.employee, { kind: 'general-manager-called' })];
      case 'MoneyDemanded': {
        const { employee, visit, amount } = event.data;
        return [give(event, told, employee, { kind: 'money-demanded', visit, amount })];
      }
      case 'MoneyDemandWithdrawn': {
        const { employee, visit, amount, rest } = event.data;
        return [
          give(event, told, employee, { kind: 'money-demand-withdrawn', visit, amount, rest }),
        ];
      }
      case 'SlaWarned':
      case 'SlaBreached':
      case 'SlaCorrected':
        return ofTheTime(event, told);
      default:
        return ofTheVisit(event, told);
    }
  },
};

/** Who is to make a visit, and who no longer is. */
function ofTheVisit(event: Recorded<OfTicket>, told: Told): Send[] {
  const { windows, technicians = {} } = told;
  switch (event.type) {
    case 'VisitScheduled':
    case 'VisitRescheduled': {
      const { technician, visit, window } = event.data;
      const before = technicians[visit];
      const instead = before === technician ? undefined : before;
      return [
        give(event, told, technician, { kind: 'visit-assigned', visit, window }),
        ...(instead === undefined ? [] : [giveUp(event, told, instead, visit)]),
      ];
    }
    case 'VisitCancelled': {
      const { visit } = event.data;
      const technician = technicians[visit];
      const freed = technician === undefined ? [] : [giveUp(event, told, technician, visit)];
      return [...freed, ...unassigned(event, told)];
    }
    case 'TechnicianAdded': {
      const { technician, visit } = event.data;
      const window = windows[visit];
      return window
        ? [give(event, told, technician, { kind: 'visit-assigned', visit, window })]
        : [];
    }
    case 'TechnicianRemoved': {
      const { technician, visit } = event.data;
      return [giveUp(event, told, technician, visit), ...unassigned(event, told)];
    }
    default:
      return [];
  }
}

/** Whoever plans the visits is told what follows by itself; what people call off, they tell those concerned themselves. */
function unassigned(
  event: Recorded<Extract<OfTicket, { type: 'VisitCancelled' | 'TechnicianRemoved' }>>,
  told: Told,
): Send[] {
  const { visit } = event.data;
  if (event.actor.role !== 'process' || told.planner === undefined) return [];
  return [give(event, told, told.planner, { kind: 'visit-unassigned', visit })];
}

/**
 * A time that runs out or has run out is told to who plans the ticket's visits and who is to make
 * them; a breach also to the supervisor of whoever plans, and its correction to all of them.
 */
function ofTheTime(event: Recorded<OfTime>, told: Told): Send[] {
  const about = aboutTheTime(event);
  if (!about) return [];
  const { planner, technicians = {} } = told;
  const people = [...new Set([planner ?? [], Object.values(technicians)].flat())];
  const sent = people.map((each) => give(event, told, each, about));
  if (planner === undefined || about.kind === 'sla-warned') return sent;
  const notice = derivedId(event.id, 'supervisor');
  const data = { ...noticeOf(event, told, about), notice, of: planner, told: people };
  return [...sent, send(noticeStreams, notice, 'NotifySupervisor', data)];
}

function aboutTheTime({ type, data }: OfTime): NoticeAbout | undefined {
  const { clock, due } = data;
  if (type === 'SlaWarned') return { kind: 'sla-warned', clock, due };
  if (type === 'SlaBreached' || data.verdict === 'breached')
    return { kind: 'sla-breached', clock, due };
  const { verdict, corrects } = data;
  return corrects.type === 'SlaMet' ? undefined : { kind: 'sla-corrected', clock, verdict };
}

function give(event: Recorded<Handled>, told: Told, employee: string, about: NoticeAbout): Send {
  const notice = derivedId(event.id, employee);
  const data = { ...noticeOf(event, told, about), notice, employee };
  return send(noticeStreams, notice, 'GiveNotice', data);
}

function giveUp(event: Recorded<Handled>, told: Told, employee: string, visit: number): Send {
  return give(event, told, employee, { kind: 'visit-given-up', visit });
}

/** Of the customer the ticket and the district, and nothing else. */
function noticeOf(event: Recorded<Handled>, { district }: Told, about: NoticeAbout) {
  const of = { ticket: ticketOf(event.stream), ...(district !== undefined && { district }) };
  return { ...of, about, since: event.occurredAt };
}

function isOfTicket(event: Recorded<Handled>): event is Recorded<OfTicket> {
  return Object.hasOwn(ofTicket, event.type);
}

/** A ticket and its emergency are dealt with under one key. */
function ticketOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
