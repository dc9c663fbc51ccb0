import { happened } from '@app/policy';
import { caseOf, judgedCase } from '../case/case-of.js';
import { partiesOf } from '../case/parties.js';
import type { HearEmployee } from '../standing.commands.js';
import type { EmployeeHeard } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/** The employee's own statement, by themself, or taken down by somebody who did not report the case. */
export function hearEmployee(command: HearEmployee, standing: Standing): EmployeeHeard {
  const file = caseOf(command, standing, ['proposed']);
  if (!partiesOf(command.actor).includes(file.opened.employee))
    judgedCase(command, standing, ['proposed']);
  const { statement } = command.data;
  return happened(command, 'EmployeeHeard', { case: file.case, statement }, [file.opened.article]);
}
