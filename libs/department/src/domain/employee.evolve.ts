import type { ActOnFile, Employed, Employee } from './employee.state.js';
import { sameAct } from './acts-on-employees.js';
import type { ActOnEmployeeUndone, EmployeeEvent } from './employee.events.js';

/** The file after an event. What is stored is taken as it is, in any order. */
export function evolve(employee: Employee, event: EmployeeEvent): Employee {
  const since = event.occurredAt;
  switch (event.type) {
    case 'EmployeeRegistered':
      return { status: 'active', ...event.data, since };
    case 'EmployeeChanged': {
      const kept = employee.status === 'none' ? {} : keptOf(employee);
      return { status: 'active', ...kept, ...event.data, since };
    }
    case 'EmployeeLeft':
      return employee.status === 'none' ? employee : { ...employee, status: 'left', since };
    case 'ActOnEmployeeUndone':
      return employee.status === 'none' ? employee : { ...undone(employee, event.data), since };
    default:
      return employee.status === 'none' ? employee : { ...acted(employee, event), since };
  }
}

type Act = Exclude<
  EmployeeEvent,
  { type: 'EmployeeRegistered' | 'EmployeeChanged' | 'EmployeeLeft' | 'ActOnEmployeeUndone' }
>;

/** A file that is changed by hand keeps whether its owner is dismissed, and what acts have done. */
function keptOf({ status, acts }: Employed): Partial<Pick<Employed, 'status' | 'acts'>> {
  return { ...(status === 'dismissed' && { status }), ...(acts && { acts }) };
}

function acted(file: Employed, { type, data, occurredAt: at }: Act): Employed {
  const { because } = data;
  const after = (act: Omit<ActOnFile, 'because' | 'at'>, changes: Partial<Employed>): Employed => ({
    ...file,
    ...changes,
    acts: [...(file.acts ?? []), { ...act, because, at }],
  });
  switch (type) {
    case 'EmployeeDismissed':
      return after({ kind: 'dismissal' }, { status: 'dismissed' });
    case 'EmployeeTransferred': {
      const { department, before } = data;
      return after({ kind: 'transfer', before, now: department }, { department });
    }
    case 'EmployeeRemovedFromPost':
      return after({ kind: 'removal', now: data.successor }, { supervisor: false });
    case 'SubordinatePassed':
      return after({ kind: 'passing', before: data.from, now: data.to }, { reportsTo: data.to });
  }
}

/** Without that act, and with what it had changed as it was. */
function undone(
  file: Employed,
  { because, kind, restores }: ActOnEmployeeUndone['data'],
): Employed {
  const { acts = [], ...rest } = file;
  const left = acts.filter((each) => each.kind !== kind || !sameAct(each.because, because));
  const status = kind === 'dismissal' ? { status: 'active' as const } : {};
  return { ...rest, ...(left.length > 0 && { acts: left }), ...status, ...restores };
}
