import { toolEvents, type ToolDeed } from '@app/inventory';
import type { Instant } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { found } from '../domain/ticket/found.js';
import { ticketEventTypes, ticketStreams, type TicketEvent } from '../contract.js';

const HANDED = [
  'ToolCheckedOut',
  'ToolOffered',
  'ToolAccepted',
  'ToolTransferred',
  'ToolReturned',
  'ToolReportedLost',
] as const;
type Handed = Extract<ToolDeed, { type: (typeof HANDED)[number] }>;
type Event = Extract<TicketEvent, { type: 'FindingRecorded' | 'VisitPrepared' }> | Handed;

/** When somebody had put down, or was found to have put down, the tools that they took along. */
interface Prepared {
  readonly ticket: string;
  readonly visit: number;
  readonly at: Instant;
}

/** Of one person. */
interface State {
  readonly prepared: readonly Prepared[];
  /** Who entered that a tool was on its way to them, after they had put down what they took along then. */
  readonly lateBy: Readonly<Record<string, string>>;
}

/** Preparations of one person that are remembered: what is told later of earlier ones is not looked at. */
const REMEMBERED = 60;

/**
 * V5: whose a tool was when a visit was prepared may be told only after that. The ticket looks anew whether
 * it was in hand, and finds whose lateness it was: of whoever entered late that it had been handed out, or
 * else that it had been received.
 */
export const judgeToolsWhenCustodyIsToldLate: Process<State, Event> = {
  name: 'judge-tools-when-custody-is-told-late',
  startsAt: 'first-event',
  handles: {
    ...only(ticketEventTypes, ['FindingRecorded', 'VisitPrepared']),
    ...only(toolEvents, HANDED),
  },
  keyOf: (event) => personOf(event) ?? event.stream,
  initialState: { prepared: [], lateBy: {} },
  evolve(state, event) {
    const { prepared, lateBy } = state;
    if (event.type === 'FindingRecorded' || event.type === 'VisitPrepared') {
      if (event.type === 'FindingRecorded' && !isOfTools(event))
        return prepared.length > 0 ? state : undefined;
      const ticket = event.stream.slice('ticket-'.length);
      const { visit = 0 } = event.data;
      const others = prepared.filter((each) => each.ticket !== ticket || each.visit !== visit);
      const now = { ticket, visit, at: event.occurredAt };
      return { prepared: [...others, now].slice(-REMEMBERED), lateBy };
    }
    if (prepared.length === 0) return undefined;
    const { [event.data.tool]: _, ...others } = lateBy;
    const isLate = isOnItsWay(event) && since(state, event).length > 0;
    const late = isLate ? { ...others, [event.data.tool]: event.actor.id } : others;
    return { prepared, lateBy: late };
  },
  react(event, state) {
    if (event.type === 'FindingRecorded' || event.type === 'VisitPrepared' || isOnItsWay(event))
      return [];
    const { type, occurredAt, stream, actor } = event;
    const { tool } = event.data;
    const isTheirs = type === 'ToolAccepted' || type === 'ToolTransferred';
    const enteredBy = isTheirs ? { enteredBy: state.lateBy[tool] ?? actor.id } : {};
    const shownBy = { type, occurredAt, stream };
    return since(state, event).map(({ ticket, visit }) =>
      send(ticketStreams, ticket, 'JudgeTools', {
        ...{ visit, technician: event.data.employee, tool, shownBy, ...enteredBy },
      }),
    );
  },
};

function personOf(event: Event): string | undefined {
  if (event.type === 'FindingRecorded') return isOfTools(event) ? event.data.person : undefined;
  if (event.type !== 'VisitPrepared') return event.data.employee;
  const { id, onBehalfOf = id } = event.actor;
  return event.data.technician ?? onBehalfOf;
}

function isOfTools({ data }: Extract<Event, { type: 'FindingRecorded' }>): boolean {
  return data.code === found.toolsAreInHand.code;
}

function isOnItsWay({ type }: Handed): boolean {
  return type === 'ToolCheckedOut' || type === 'ToolOffered';
}

/** What had been put down as of then or later when an event came to be known. */
function since({ prepared }: State, { occurredAt }: Handed): readonly Prepared[] {
  return prepared.filter(({ at }) => occurredAt <= at);
}
