import { only, send, type Process } from '@app/processes';
import { employeeStreams } from '../domain/employee.state.js';
import {
  employeeEventTypes,
  type ActCause,
  type EmployeeChanged,
  type ActOnEmployeeUndone,
  type EmployeeRegistered,
  type EmployeeRemovedFromPost,
  type SubordinatePassed,
} from '../domain/employee.events.js';

type Event =
  | ActOnEmployeeUndone
  | EmployeeChanged
  | EmployeeRegistered
  | EmployeeRemovedFromPost
  | SubordinatePassed;

/** Whoever came to report to somebody. Who has gone on to another since knows better, and is not passed on. */
interface Led {
  readonly employees: readonly string[];
  /** Those who were passed on, by whose removal. */
  readonly passed?: readonly string[];
  readonly because?: ActCause;
}

/** 解职: those whom the supervisor led report to the successor; revoked, to the supervisor again. */
export const passSubordinatesToTheSuccessor: Process<Led, Event> = {
  name: 'pass-subordinates-to-the-successor',
  startsAt: 'first-event',
  handles: only(employeeEventTypes, [
    'ActOnEmployeeUndone',
    'EmployeeChanged',
    'EmployeeRegistered',
    'EmployeeRemovedFromPost',
    'SubordinatePassed',
  ]),
  keyOf: ({ stream, type, data }) => {
    if (type === 'SubordinatePassed') return data.to;
    if (type === 'EmployeeChanged' || type === 'EmployeeRegistered')
      return data.reportsTo ?? stream;
    return data.employee;
  },
  initialState: { employees: [] },
  evolve(state, { type, data }) {
    switch (type) {
      case 'EmployeeRemovedFromPost':
        return { employees: [], passed: state.employees, because: data.because };
      case 'ActOnEmployeeUndone':
        return isUndone(state, data) ? { employees: state.passed ?? [] } : state;
      default: {
        if (type !== 'SubordinatePassed' && data.reportsTo === undefined) return undefined;
        const others = state.employees.filter((each) => each !== data.employee);
        return { ...state, employees: [...others, data.employee] };
      }
    }
  },
  react({ type, data }, state) {
    if (type === 'EmployeeRemovedFromPost') {
      const { employee: from, successor: to, because } = data;
      return state.employees.map((each) =>
        send(employeeStreams, each, 'PassSubordinate', { from, to, because }),
      );
    }
    if (type !== 'ActOnEmployeeUndone' || !isUndone(state, data)) return [];
    const { because } = data;
    return (state.passed ?? []).map((each) =>
      send(employeeStreams, each, 'UndoActOnEmployee', { because }),
    );
  },
};

function isUndone(
  { because }: Led,
  { kind, because: undone, employee }: ActOnEmployeeUndone['data'],
): boolean {
  return (
    kind === 'removal' &&
    employee === undone.employee &&
    because?.year === undone.year &&
    because.case === undone.case
  );
}
