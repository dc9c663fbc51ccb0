import type { Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { ActOnFile, Employed, Employee } from './employee.state.js';
import type {
  ActCause,
  ActOnEmployeeUndone,
  Department,
  EmployeeEvent,
} from './employee.events.js';

/** The employee is dismissed (D7): what their phone still holds and their own case are left to them. */
export type DismissEmployee = Command<'DismissEmployee', { readonly because: ActCause }>;
/** 调离: the employee belongs to another department from now on (D19, D34). */
export type TransferEmployee = Command<
  'TransferEmployee',
  { readonly because: ActCause; readonly department: Department }
>;
/** 解职: the employee leads nobody any more; those whom they led pass to the successor (D20, D35). */
export type RemoveFromPost = Command<
  'RemoveFromPost',
  { readonly because: ActCause; readonly successor: string }
>;
/** Whoever reported to `from` reports to `to` from now on. */
export type PassSubordinate = Command<
  'PassSubordinate',
  { readonly because: ActCause; readonly from: string; readonly to: string }
>;
/** The act was revoked: whatever it changed of this file is as it was, unless somebody has changed it since. */
export type UndoActOnEmployee = Command<'UndoActOnEmployee', { readonly because: ActCause }>;

/** What is done to an employee's file by an act of rewards and discipline; by processes alone. */
export type ActOnEmployee =
  DismissEmployee | TransferEmployee | RemoveFromPost | PassSubordinate | UndoActOnEmployee;

/**
 * What an act does to a file: nothing where it is done already, and nothing to a file that somebody has
 * changed otherwise since.
 */
export function actOn(command: ActOnEmployee, file: Employee): readonly EmployeeEvent[] {
  if (file.status === 'none') return [];
  if (command.type === 'UndoActOnEmployee') return undo(command, file);
  if (file.status === 'left' || doneBy(file, command.data.because)) return [];
  return done(command, file);
}

type Done = Exclude<ActOnEmployee, UndoActOnEmployee>;

function done(command: Done, { employee, department, reportsTo }: Employed): EmployeeEvent[] {
  switch (command.type) {
    case 'DismissEmployee':
      return [happened(command, 'EmployeeDismissed', { employee, ...command.data }, ['D7'])];
    case 'TransferEmployee': {
      if (department === command.data.department) return [];
      const data = { employee, ...command.data, before: department };
      return [happened(command, 'EmployeeTransferred', data, ['D7'])];
    }
    case 'RemoveFromPost':
      return [happened(command, 'EmployeeRemovedFromPost', { employee, ...command.data }, ['D7'])];
    case 'PassSubordinate':
      if (reportsTo !== command.data.from || employee === command.data.to) return [];
      return [happened(command, 'SubordinatePassed', { employee, ...command.data }, ['D7'])];
  }
}

function undo(command: UndoActOnEmployee, file: Employed): readonly EmployeeEvent[] {
  const { because } = command.data;
  return (file.acts ?? [])
    .filter((act) => sameAct(act.because, because))
    .map((act) => {
      const data = {
        employee: file.employee,
        because,
        kind: act.kind,
        restores: before(act, file),
      };
      return happened(command, 'ActOnEmployeeUndone', data, ['D7']);
    });
}

/** What the act changed; nothing where somebody has changed it otherwise since. */
function before(
  { kind, before: earlier, now }: ActOnFile,
  { department, supervisor, reportsTo }: Employed,
): ActOnEmployeeUndone['data']['restores'] {
  if (kind === 'transfer' && department === now) return { department: earlier as Department };
  if (kind === 'removal' && !supervisor) return { supervisor: true };
  return kind === 'passing' && reportsTo === now && earlier !== undefined
    ? { reportsTo: earlier }
    : {};
}

function doneBy({ acts = [] }: Employed, because: ActCause): boolean {
  return acts.some((each) => sameAct(each.because, because));
}

export function sameAct(a: ActCause, b: ActCause): boolean {
  return a.employee === b.employee && a.year === b.year && a.case === b.case;
}
