import { Invalid, NotFound, NotPossible } from '@app/kernel';
import type { EmployeeFile } from './employee.events.js';

/** Somebody above, as their file stands now. */
export interface Superior {
  readonly employee: string;
  readonly status: 'none' | 'active' | 'dismissed' | 'left';
}

/** What is known of who is above: the supervisor who is named first, then theirs, and so on. */
export interface KnownLine {
  readonly above: readonly Superior[];
}

/** Supervisors above one another at most; a centre that had more would have mistyped one. */
export const LONGEST_LINE = 50;

/**
 * Who reports to whom is a tree of people who work here. A file that keeps its supervisor is not
 * judged again: a name can be put right after the supervisor has left.
 *
 * @param before whom they reported to until now
 * @throws Invalid `own-supervisor`, `supervisors-in-a-circle` or `too-many-supervisors`
 * @throws NotFound `unknown-supervisor`
 * @throws NotPossible `supervisor-left`
 */
export function checkReportsTo(
  employee: string,
  { reportsTo }: EmployeeFile,
  { above }: KnownLine,
  before?: string,
): void {
  if (reportsTo === undefined || reportsTo === before) return;
  if (reportsTo === employee) throw ownSupervisor();
  checkWorksHere(reportsTo, above[0]?.status ?? 'none');
  checkLine(
    employee,
    above.map((superior) => superior.employee),
  );
}

/**
 * @param line everybody above, the direct supervisor first
 * @throws Invalid `supervisors-in-a-circle` or `too-many-supervisors`
 */
export function checkLine(employee: string, line: readonly string[]): void {
  if (line.includes(employee)) throw circle(employee, line);
  if (line.length >= LONGEST_LINE) throw tooMany();
}

const FIELD = '/reportsTo';

function checkWorksHere(supervisor: string, status: Superior['status']): void {
  if (status === 'none') throw unknownSupervisor(supervisor);
  if (status !== 'active') throw supervisorLeft(supervisor);
}

function ownSupervisor(): Invalid {
  const says = { zh: '员工不能是自己的主管', en: 'nobody is their own supervisor' };
  return new Invalid('own-supervisor', says, FIELD);
}

function unknownSupervisor(reportsTo: string): NotFound {
  const says = { zh: `没有员工 ${reportsTo}`, en: `there is no employee ${reportsTo}` };
  return new NotFound('unknown-supervisor', says, FIELD);
}

function supervisorLeft(reportsTo: string): NotPossible {
  const says = { zh: `${reportsTo} 已离职`, en: `${reportsTo} has left` };
  return new NotPossible('supervisor-left', says, FIELD);
}

/** Names those between, so that whoever reads it sees which file is wrong. */
function circle(employee: string, above: readonly string[]): Invalid {
  const round = [employee, ...above.slice(0, above.indexOf(employee) + 1)].join(' → ');
  const says = {
    zh: `直属主管连成了一圈：${round}`,
    en: `the supervisors go round in a circle: ${round}`,
  };
  return new Invalid('supervisors-in-a-circle', says, FIELD);
}

function tooMany(): Invalid {
  const says = {
    zh: `其上已有 ${LONGEST_LINE} 级主管`,
    en: `there are ${LONGEST_LINE} supervisors above one another already`,
  };
  return new Invalid('too-many-supervisors', says, FIELD);
}
