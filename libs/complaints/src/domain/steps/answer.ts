import { enforceOrFind, findingsAreReviewed, recordFindings } from '@app/findings';
import { enforce, NotPossible, notBefore, partiesOf } from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type {
  AnswerComplaint,
  CloseComplaint,
  RecordAttempt,
  RecordSatisfaction,
  WithdrawComplaint,
} from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { isJudged, type Begun } from '../complaint.state.js';
import type { ComplaintEnd } from '../complaint.values.js';
import { found } from '../found.js';
import { somebodyIsThere, whileOpen } from '../preconditions.js';
import { accusedTakesNoPart } from '../rules/nobody-judges-themself.js';
import { notClosedUnanswered, remediesAreSettled } from '../rules/customer-is-answered.js';

/** The customer is told what was found (R9): each who complained, of what was joined too. */
export function answerComplaint(command: AnswerComplaint, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  somebodyIsThere(complaint);
  const { lead } = command.known;
  if (lead)
    enforce([accusedTakesNoPart], { people: partiesOf(command.actor), accused: lead.accused });
  const judged = lead ? lead.judged : isJudged(complaint);
  const broken = enforceOrFind(command, [found.judgedBeforeAnswer], { judged });
  const { complaint: id, round } = complaint;
  return [
    happened(command, 'ComplaintAnswered', { complaint: id, round, ...command.data }, ['R9']),
    ...recordFindings(command, complaint, broken, { round, person: command.actor.id }),
  ];
}

/** The customer was tried to be reached, in vain. */
export function recordAttempt(command: RecordAttempt, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  somebodyIsThere(complaint);
  const { complaint: id, round } = complaint;
  return [happened(command, 'ReachAttempted', { complaint: id, round, ...command.data }, ['R9'])];
}

/** The customer does not want it pursued any more, in their own words. */
export function withdrawComplaint(command: WithdrawComplaint, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  somebodyIsThere(complaint);
  if (complaint.withdrawnAt !== undefined) return [];
  const { complaint: id, round } = complaint;
  return [
    happened(command, 'ComplaintWithdrawn', { complaint: id, round, ...command.data }, ['R9']),
  ];
}

/**
 * A supervisor closes it: answered; judged without anybody to answer; or, with a reason, withdrawn, or after as
 * many attempts to reach the customer as the settings ask for.
 *
 * @throws Refused R9 `closed-without-answer`, `remedy-open`; R13: findings are not reviewed
 * @throws NotPossible `already-closed`, `reason-missing`
 */
export function closeComplaint(command: CloseComplaint, complaint: Begun): ComplaintEvent[] {
  const { reason } = command.data;
  if (complaint.status === 'closed')
    throw new NotPossible('already-closed', { zh: '投诉已结案', en: 'it is closed already' });
  whileOpen(command, complaint);
  const end = endOf(command, complaint);
  enforce([notClosedUnanswered], { end });
  enforce([remediesAreSettled], complaint);
  enforce([findingsAreReviewed], complaint);
  if ((end === 'withdrawn' || end === 'unreachable') && reason === undefined)
    throw new NotPossible('reason-missing', {
      zh: '未经答复而结案，须说明理由',
      en: 'closing it without an answer needs a reason',
    });
  const { complaint: id, round } = complaint;
  const data = { complaint: id, round, end: end!, ...command.data };
  return [happened(command, 'ComplaintClosed', data, ['R9'])];
}

function endOf({ occurredAt }: CloseComplaint, complaint: Begun): ComplaintEnd | undefined {
  const { answer, anonymous, withdrawnAt, attempts } = complaint;
  if (answer) return 'answered';
  if (anonymous) return isJudged(complaint) ? 'anonymous' : undefined;
  if (withdrawnAt !== undefined) return 'withdrawn';
  const asked = policyAt(occurredAt).complaints.attempts;
  return attempts >= asked ? 'unreachable' : undefined;
}

/** How content the customer is with the answer, from 1 to 5 (R9). */
export function recordSatisfaction(
  command: RecordSatisfaction,
  complaint: Begun,
): ComplaintEvent[] {
  const { complaint: id, round, answer } = complaint;
  if (!answer)
    throw new NotPossible('not-answered', {
      zh: '尚未答复客户',
      en: 'the customer has not been answered yet',
    });
  notBefore(command, answer.at);
  return [
    happened(command, 'SatisfactionRecorded', { complaint: id, round, ...command.data }, ['R9']),
  ];
}
