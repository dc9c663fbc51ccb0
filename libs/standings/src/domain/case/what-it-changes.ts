import { enforce, Invalid, localDate } from '@app/kernel';
import { happened } from '@app/policy';
import type { Measure } from '../edition/clause.js';
import { removalNamesASuccessor } from '../rules/removal-names-a-successor.js';
import { transferNamesItsDepartment } from '../rules/transfer-names-its-department.js';
import type { DecideAct, DecideAppeal } from '../standing.commands.js';
import type { SuccessorNamed, TransferOrdered } from '../standing.events.js';
import type { CaseFile } from '../standing.state.js';

/**
 * What a decision changes of the employee's own file: to which department they go and from which day on, and
 * who succeeds them. The rest (dismissal) says the decision itself.
 *
 * @throws Refused under the article: a transfer without a department, a removal without a successor
 * @throws Invalid `transfer-before-decision`, pointing at `/transfer/from`
 */
export function whatItChanges(
  command: DecideAct | DecideAppeal,
  { case: number, opened }: Pick<CaseFile, 'case' | 'opened'>,
  measures: readonly Measure[],
): readonly (TransferOrdered | SuccessorNamed)[] {
  const { article, department } = opened;
  const { transfer } = command.data;
  const { successor } = command.known;
  enforce([transferNamesItsDepartment(article)], {
    measures,
    department,
    ...(transfer && { transfer }),
  });
  enforce([removalNamesASuccessor(article)], { measures, ...(successor && { successor }) });
  const removes = measures.includes('removal') && successor;
  return [
    ...(measures.includes('transfer') && transfer
      ? [happened(command, 'TransferOrdered', { case: number, ...dated(command) }, [article])]
      : []),
    ...(removes
      ? [
          happened(command, 'SuccessorNamed', { case: number, successor: successor.employee }, [
            article,
          ]),
        ]
      : []),
  ];
}

function dated({ data: { transfer }, occurredAt }: DecideAct | DecideAppeal) {
  const today = localDate(occurredAt);
  const { department, from = today } = transfer!;
  if (from >= today) return { department, from };
  throw new Invalid(
    'transfer-before-decision',
    { zh: '调离日期不得早于决定之日', en: 'a transfer does not begin before it is decided' },
    '/transfer/from',
  );
}
