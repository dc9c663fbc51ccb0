import { employeeStreams } from '@app/department';
import { instantOf, type Instant, type LocalDate } from '@app/kernel';
import { only, send, type Process, type Reaction } from '@app/processes';
import type { Measure } from '../domain/edition/clause.js';
import { standingEvents, type StandingEvent } from '../domain/standing.events.js';
import { subjectOf } from '../domain/standing.state.js';

const HANDLED = [
  'ActDecided',
  'TransferOrdered',
  'SuccessorNamed',
  'AppealFiled',
  'AppealRejected',
  'ActReduced',
  'ActRevoked',
] as const;
type Handled = Extract<StandingEvent, { type: (typeof HANDLED)[number] }>;

/** Cases whose act has changed the employee's file; true: it is a dismissal. */
interface Changed {
  readonly acts: Readonly<Record<string, boolean>>;
}

const CHANGING: readonly Measure[] = ['dismissal', 'transfer', 'removal'];

/**
 * D7: a dismissal ends the employment, once it can no longer be appealed against or the appeal was
 * rejected; until then the employee is dismissed and has their own case. A transfer changes the department
 * from its day on, a removal ends the lead. What is revoked, or reduced to something else, is undone.
 */
export const changeTheFileWhenAnActIsDecided: Process<Changed, Handled> = {
  name: 'change-the-file-when-an-act-is-decided',
  startsAt: 'first-event',
  handles: only(standingEvents, HANDLED),
  initialState: { acts: {} },
  evolve({ acts }, { type, data }) {
    if (type !== 'ActDecided' && type !== 'ActReduced') return { acts };
    if (!data.measures.some((each) => CHANGING.includes(each))) return { acts };
    return { acts: { ...acts, [data.case]: data.measures.includes('dismissal') } };
  },
  react(event, { acts }) {
    const { type, data, stream, occurredAt } = event;
    const { employee, year } = subjectOf(stream);
    const because = { employee, year, case: data.case };
    const toFile = (command: string, said: object = { because }) =>
      send(employeeStreams, employee, command, said);
    const leave = toFile('RecordEmployeeLeft', { reason: '解雇 / dismissed' });
    switch (type) {
      case 'ActDecided':
        if (!data.measures.includes('dismissal')) return [];
        return [toFile('DismissEmployee'), at(data.appealUntil, `leave-${data.case}`, leave)];
      case 'TransferOrdered': {
        const transfer = toFile('TransferEmployee', { because, department: data.department });
        return [from(data.from, occurredAt, `transfer-${data.case}`, transfer)];
      }
      case 'SuccessorNamed':
        return [toFile('RemoveFromPost', { because, successor: data.successor })];
      case 'AppealFiled':
        return [{ withdraw: `leave-${data.case}` }];
      case 'AppealRejected':
        return acts[data.case] === true ? [leave] : [];
      default:
        if (acts[data.case] === undefined) return [];
        return [
          { withdraw: `leave-${data.case}` },
          { withdraw: `transfer-${data.case}` },
          toFile('UndoActOnEmployee'),
        ];
    }
  },
};

/** At once, or at the beginning of a day to come. */
function from(
  date: LocalDate,
  now: Instant,
  deadline: string,
  command: ReturnType<typeof send>,
): Reaction {
  const begins = instantOf(date, '00:00');
  return begins <= now ? command : at(begins, deadline, command);
}

function at(time: Instant, deadline: string, command: ReturnType<typeof send>): Reaction {
  return { deadline, at: time, send: command };
}
