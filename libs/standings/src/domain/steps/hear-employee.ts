import { enforce, Invalid, partiesOf } from '@app/kernel';
import { happened } from '@app/policy';
import { caseOf, judgedCase } from '../case/case-of.js';
import { isOwn, whoJudges } from '../case/parties.js';
import { statementIsTakenByAnother } from '../rules/statement-is-taken-by-another.js';
import type { HearEmployee } from '../standing.commands.js';
import type { EmployeeHeard } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/**
 * The employee's own statement, under their own sign-in; or from paper that they signed, taken down by somebody
 * who judges cases and has neither reported, verified nor proposed this one.
 *
 * @throws Forbidden `judges-only` @throws Refused R2: by a party
 * @throws Invalid `statement-without-paper`, pointing at `/evidence`
 */
export function hearEmployee(command: HearEmployee, standing: Standing): EmployeeHeard {
  // First: nobody learns from a refusal how a colleague's case stands.
  const own = isOwn(command, command.data);
  if (!own) whoJudges(command);
  const file = caseOf(command, standing, ['proposed']);
  const { statement, evidence = [] } = command.data;
  if (!own) {
    const { involved: tookPart } = judgedCase(command, standing, ['proposed']);
    enforce([statementIsTakenByAnother], { tookPart, parties: partiesOf(command.actor) });
    if (evidence.length === 0) throw withoutPaper();
  }
  const data = { case: file.case, statement, ...(evidence.length > 0 && { evidence }) };
  return happened(command, 'EmployeeHeard', data, [file.opened.article]);
}

function withoutPaper(): Invalid {
  return new Invalid(
    'statement-without-paper',
    {
      zh: '代录陈述须附本人签字的书面陈述',
      en: 'a statement that another takes down comes with the paper that the employee signed',
    },
    '/evidence',
  );
}
