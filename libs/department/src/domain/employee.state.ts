import { streams, type Instant } from '@app/kernel';
import type { ActCause, EmployeeFile, KindOfAct } from './employee.events.js';

/** What an act of rewards and discipline has changed of a file, and what there was before. */
export interface ActOnFile {
  readonly kind: KindOfAct;
  readonly because: ActCause;
  readonly at: Instant;
  readonly before?: string;
  readonly now?: string;
}

/** Somebody who works here, was dismissed and may still appeal, or has left. */
export interface Employed extends EmployeeFile {
  readonly status: 'active' | 'dismissed' | 'left';
  readonly employee: string;
  /** When they were registered or their file last changed: what happens next cannot have happened before. */
  readonly since: Instant;
  /** What acts that stand have done to the file; absent: none has. */
  readonly acts?: readonly ActOnFile[];
}

/** One employee of the service centre. */
export type Employee = { readonly status: 'none' } | Employed;

/** The act of a kind that stands; undefined: none does. */
export function actOfKind(file: Employed, kind: ActOnFile['kind']): ActOnFile | undefined {
  return file.acts?.findLast((each) => each.kind === kind);
}

export const employeeStreams = streams<Employee>('employee');
