import {
  byAnEmployee,
  Forbidden,
  Invalid,
  NotPossible,
  notBefore,
  partiesOf,
  type Ask,
} from '@app/kernel';
import { happened } from '@app/policy';
import type { FindingExcused, FindingUpheld } from './finding.events.js';
import type { Finding, WithFindings } from './finding.state.js';
import { byNoParty, findingOf, notWithdrawn } from './judging.js';

export type ReviewFinding = Ask<
  'ReviewFinding',
  { finding: number; verdict: 'upheld' | 'excused'; reason?: string }
>;

type Review = Omit<ReviewFinding, 'known'>;

/**
 * A supervisor upholds a finding of any stream, or excuses it with a reason; once, and as somebody who
 * has no part in it: it is not about them, and came of no step or report of theirs, made by themself or
 * in their place. A verdict that was reopened is given anew by somebody else.
 *
 * @throws NotFound the stream has no such finding
 * @throws NotPossible it was reviewed before, or withdrawn
 * @throws Forbidden the reviewer is a party, gave the verdict before, or is a user who is no employee
 * @throws Invalid the excuse lacks its reason, or the review comes before the finding
 */
export function reviewFinding(
  command: Review,
  { findings }: WithFindings,
): readonly (FindingUpheld | FindingExcused)[] {
  const { finding: number, verdict } = command.data;
  const reason = command.data.reason?.trim();
  const finding = findingOf(findings, number);
  notReviewedTwice(finding);
  byAnEmployee(command);
  byNoParty(command, finding);
  bySomebodyElse(command, finding);
  notBefore(command, finding.foundAt);
  const { article } = finding;
  if (verdict === 'upheld') {
    const upheld = { finding: number, article, ...(reason && { remark: reason }) };
    return [happened(command, 'FindingUpheld', upheld, [article, 'R13'])];
  }
  if (!reason) {
    throw new Invalid(
      'excuse-without-reason',
      { zh: '谅解须说明理由', en: 'an excuse needs its reason' },
      '/reason',
    );
  }
  return [
    happened(command, 'FindingExcused', { finding: number, article, reason }, [article, 'R13']),
  ];
}

function notReviewedTwice({ status }: Pick<Finding, 'status'>): void {
  if (status === 'open') return;
  notWithdrawn({ status });
  throw new NotPossible('finding-already-reviewed', {
    zh: '此偏差已审核',
    en: 'this finding was reviewed before',
  });
}

function bySomebodyElse({ actor }: Review, { judgedBy }: Finding): void {
  if (!judgedBy.some((judge) => partiesOf(actor).includes(judge))) return;
  throw new Forbidden('own-verdict', {
    zh: '申诉后的裁定须由他人作出',
    en: 'on appeal, the verdict is given by somebody else',
  });
}
