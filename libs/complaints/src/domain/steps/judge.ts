import { byAnEmployee, enforce, Invalid, NotPossible, partiesOf, type Command } from '@app/kernel';
import { happened, type ArticleId } from '@app/policy';
import type {
  RecordReferralOutcome,
  RejectComplaint,
  UpholdComplaint,
} from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { Begun, JudgedPoint } from '../complaint.state.js';
import { notElsewhere, pointOf, whileOpen } from '../preconditions.js';
import { accusedTakesNoPart, judgedByAnother } from '../rules/nobody-judges-themself.js';

/**
 * A point is upheld, with its reason: against an employee under the clause of document 2 that fits, or else
 * left to the general staff rules (D5); or against nobody, where the house failed.
 *
 * @throws Refused R9: whoever judges investigated, or is to be blamed
 * @throws NotPossible `not-investigated`; `investigated-elsewhere`: it is judged with the one that it is joined to
 * @throws Invalid `conduct-of-nobody`, `not-yet`, `unknown-point`
 */
export function upholdComplaint(command: UpholdComplaint, complaint: Begun): ComplaintEvent[] {
  const { point: number, reason, conduct } = command.data;
  const point = judgeable(command, complaint, number);
  const employee = command.data.employee ?? point.employee;
  checkConduct(command, employee);
  const accused = employee === undefined ? [] : [employee];
  enforce([accusedTakesNoPart], { people: partiesOf(command.actor), accused });
  const { complaint: id, round } = complaint;
  const of = { complaint: id, round, point: number };
  const data = {
    ...{ ...of, about: point.about, reason },
    ...(employee !== undefined && { employee }),
    ...(conduct && { conduct: { ...conduct, article: conduct.article as ArticleId } }),
  };
  const upheld = happened(command, 'ComplaintUpheld', data, ['R9']);
  if (employee === undefined || conduct) return [upheld];
  return [upheld, happened(command, 'ComplaintReferred', { ...of, employee }, ['R9', 'D5'])];
}

/** A point is rejected, with its reason. */
export function rejectComplaint(command: RejectComplaint, complaint: Begun): ComplaintEvent[] {
  const { point: number, reason } = command.data;
  const { about, employee } = judgeable(command, complaint, number);
  const data = {
    ...{ complaint: complaint.complaint, round: complaint.round, point: number, about, reason },
    ...(employee !== undefined && { employee }),
  };
  return [happened(command, 'ComplaintRejected', data, ['R9'])];
}

/** What came of a point that was left to the general staff rules; what is said last counts. */
export function recordReferralOutcome(
  command: RecordReferralOutcome,
  complaint: Begun,
): ComplaintEvent[] {
  const { point: number, outcome } = command.data;
  const { employee, verdict, before } = pointOf(complaint, number);
  const referral = (verdict ?? before)?.referral;
  if (!referral || employee === undefined)
    throw new NotPossible('not-referred', {
      zh: '这一点未转公司《员工奖惩制度》处理',
      en: 'the point was not left to the general staff rules',
    });
  const data = { complaint: complaint.complaint, point: number, employee, outcome };
  return [happened(command, 'ReferralOutcomeRecorded', data, ['R9', 'D5'])];
}

function judgeable(command: Command, complaint: Begun, number: number): JudgedPoint {
  whileOpen(command, complaint);
  const { investigation, answer } = complaint;
  notElsewhere(complaint);
  const point = pointOf(complaint, number);
  if (!investigation)
    throw new NotPossible('not-investigated', {
      zh: '尚未调查，不得认定',
      en: 'nothing is upheld or rejected before it was investigated',
    });
  if (answer && point.verdict)
    throw new NotPossible('answered-already', {
      zh: '已据此答复客户，须重新打开后再改',
      en: 'the customer was answered by it; reopen the complaint to judge anew',
    });
  byAnEmployee(command);
  const people = partiesOf(command.actor);
  enforce([judgedByAnother], { people, investigators: investigation.by });
  return point;
}

function checkConduct({ data, occurredAt }: UpholdComplaint, employee: string | undefined): void {
  const { conduct } = data;
  if (!conduct) return;
  if (employee === undefined)
    throw new Invalid(
      'conduct-of-nobody',
      { zh: '未写明是谁的行为', en: 'say whose conduct it was' },
      '/employee',
    );
  if (conduct.happenedAt > occurredAt)
    throw new Invalid(
      'not-yet',
      { zh: '事实尚未发生', en: 'it has not happened yet' },
      '/conduct/happenedAt',
    );
}
