import { happened } from '@app/policy';
import { caseOf, judgedCase } from '../case/case-of.js';
import { isOwn, whoJudges } from '../case/parties.js';
import type { HearEmployee } from '../standing.commands.js';
import type { EmployeeHeard } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/**
 * The employee's own statement, under their own sign-in, or taken down by somebody who judges cases and
 * did not report this one.
 *
 * @throws Forbidden `judges-only`
 */
export function hearEmployee(command: HearEmployee, standing: Standing): EmployeeHeard {
  const file = caseOf(command, standing, ['proposed']);
  if (!isOwn(command, file.opened)) {
    whoJudges(command);
    judgedCase(command, standing, ['proposed']);
  }
  const { statement } = command.data;
  return happened(command, 'EmployeeHeard', { case: file.case, statement }, [file.opened.article]);
}
