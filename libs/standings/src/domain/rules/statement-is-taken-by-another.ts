import { rule } from '@app/policy';

/**
 * R2: the statement is the employee's own. Who takes it down from signed paper has neither verified nor proposed,
 * and does not decide.
 */
export const statementIsTakenByAnother = rule<{
  readonly tookPart: readonly string[];
  readonly parties: readonly string[];
}>(
  'R2',
  'statement-taken-by-a-party',
  {
    zh: '代录陈述者不得是查证、提议或决定本案的人',
    en: 'who takes down the statement neither verifies, proposes nor decides',
  },
  ({ tookPart, parties }) => parties.some((each) => tookPart.includes(each)),
);
