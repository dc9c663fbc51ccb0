import { Forbidden, Invalid, NotFound, NotPossible, notBefore, type Ask } from '@app/kernel';
import { happened } from '@app/policy';
import type { FindingExcused, FindingUpheld } from './finding.events.js';
import type { Finding, WithFindings } from './finding.state.js';

export type ReviewFinding = Ask<
  'ReviewFinding',
  { finding: number; verdict: 'upheld' | 'excused'; reason?: string }
>;

type Review = Omit<ReviewFinding, 'known'>;

/**
 * A supervisor upholds a finding of any stream, or excuses it with a reason; once, and as somebody who
 * has no part in it: it is not about them, and came of no step or report of theirs, made by themself or
 * in their place.
 *
 * @throws NotFound the stream has no such finding
 * @throws NotPossible it was reviewed before
 * @throws Forbidden the reviewer is a party, or nobody's account
 * @throws Invalid the excuse lacks its reason, or the review comes before the finding
 */
export function reviewFinding(
  command: Review,
  { findings }: WithFindings,
): readonly (FindingUpheld | FindingExcused)[] {
  const { finding: number, verdict } = command.data;
  const reason = command.data.reason?.trim();
  const finding = findings.find((each) => each.finding === number);
  if (!finding) {
    throw new NotFound(
      'finding-not-found',
      { zh: '没有这条偏差记录', en: 'there is no such finding' },
      '/finding',
    );
  }
  notReviewedTwice(finding);
  byAnEmployee(command);
  byNoParty(command, finding);
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

function notReviewedTwice({ status }: Finding): void {
  if (status === 'open') return;
  throw new NotPossible('finding-already-reviewed', {
    zh: '此偏差已审核',
    en: 'this finding was reviewed before',
  });
}

/** An account of nobody's may be anybody's: whose part it takes cannot be seen. No employee's id has a colon. */
function byAnEmployee({ actor }: Review): void {
  if (!actor.id.includes(':')) return;
  throw new Forbidden('reviewer-is-no-employee', {
    zh: '偏差须由员工审核，此账号不属于任何员工',
    en: 'a finding is reviewed by an employee; this account belongs to none',
  });
}

function byNoParty({ actor }: Review, { person, causedBy }: Finding): void {
  const reviewers = [actor.id, actor.onBehalfOf];
  if (person !== undefined && reviewers.includes(person)) {
    throw new Forbidden('own-finding', {
      zh: '不得审核针对本人的偏差记录',
      en: 'nobody reviews a finding about themself',
    });
  }
  if (causedBy.some((party) => reviewers.includes(party))) {
    throw new Forbidden('finding-of-own-step', {
      zh: '不得审核由本人的操作或报告产生的偏差记录',
      en: 'nobody reviews a finding that came of a step or report of their own',
    });
  }
}
