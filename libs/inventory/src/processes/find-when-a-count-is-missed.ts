import { only, send, type Process, type Reaction } from '@app/processes';
import type { Instant } from '@app/kernel';
import { locationEvents, type LocationRegistered } from '../domain/location/location.js';
import {
  periodEvents,
  type CountCompleted,
  type CountMissed,
  type PeriodId,
} from '../domain/period/period.events.js';
import { dueAfter, periodStreams } from '../domain/period/period.js';
import { toolEvents, type ToolRegistered } from '../domain/tool/tool.events.js';

type Event = CountCompleted | CountMissed | LocationRegistered | ToolRegistered;

/** Whether its first period has begun. */
interface State {
  readonly begun: boolean;
}

/**
 * R16: every location, from its registration on, and every class of tools, from its first tool on, is
 * counted within its period; the next one runs from the last approval, or from when one was missed.
 */
export const findWhenACountIsMissed: Process<State, Event> = {
  name: 'find-when-a-count-is-missed',
  startsAt: 'first-event',
  handles: {
    ...only(periodEvents, ['CountCompleted', 'CountMissed']),
    ...locationEvents,
    ...only(toolEvents, ['ToolRegistered']),
  },
  keyOf: (event) => keyOf(periodOf(event)),
  initialState: { begun: false },
  evolve: () => ({ begun: true }),
  react(event, { begun }) {
    const of = periodOf(event);
    switch (event.type) {
      case 'CountCompleted':
      case 'CountMissed':
        return dueBy(of, event.data.due);
      case 'LocationRegistered':
      case 'ToolRegistered':
        return begun ? [] : dueBy(of, dueAfter(of, event.occurredAt));
    }
  },
};

function periodOf(event: Event): PeriodId {
  switch (event.type) {
    case 'CountCompleted':
    case 'CountMissed': {
      const { kind, subject } = event.data;
      return { kind, subject };
    }
    case 'LocationRegistered':
      return { kind: 'location', subject: event.data.location };
    case 'ToolRegistered':
      return { kind: 'tools', subject: event.data.class };
  }
}

function keyOf({ kind, subject }: PeriodId): string {
  return `${kind}:${subject}`;
}

function dueBy(of: PeriodId, due: Instant): Reaction[] {
  const find = send(periodStreams, of.subject, 'FindCountMissed', { ...of, due });
  return [{ deadline: 'count', at: due, send: find }];
}
