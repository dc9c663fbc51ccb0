import { byAnEmployee, NotPossible, notBefore, type Ask } from '@app/kernel';
import { happened } from '@app/policy';
import type { VerdictReopened } from './finding.events.js';
import type { WithFindings } from './finding.state.js';
import { byNoParty, findingOf, notWithdrawn } from './judging.js';

export type ReopenVerdict = Ask<'ReopenVerdict', { finding: number; reason: string }>;

/**
 * The person concerned appeals, and the general manager has the finding reviewed anew (R13). Each
 * verdict is reopened once at most: while the finding is open again there is none.
 *
 * @throws NotFound the stream has no such finding
 * @throws NotPossible it has no verdict, or was withdrawn
 * @throws Forbidden the general manager is a party, or a user who is no employee
 * @throws Invalid it comes before the finding
 */
export function reopenVerdict(
  command: Omit<ReopenVerdict, 'known'>,
  { findings }: WithFindings,
): readonly VerdictReopened[] {
  const { finding: number, reason } = command.data;
  const finding = findingOf(findings, number);
  notWithdrawn(finding);
  if (finding.status === 'open') {
    throw new NotPossible('no-verdict', {
      zh: '此偏差尚无裁定',
      en: 'this finding has no verdict',
    });
  }
  byAnEmployee(command);
  byNoParty(command, finding);
  notBefore(command, finding.foundAt);
  const { article } = finding;
  return [
    happened(command, 'VerdictReopened', { finding: number, article, reason }, [article, 'R13']),
  ];
}
