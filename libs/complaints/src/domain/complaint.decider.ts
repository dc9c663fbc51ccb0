import { reopenVerdict, reviewFinding } from '@app/findings';
import type { Decider } from '@app/kernel';
import type { ComplaintCommand, LookAtTerms, StepCommand } from './complaint.commands.js';
import { evolve } from './complaint.evolve.js';
import type { ComplaintEvent } from './complaint.events.js';
import { initialState, type Begun, type Complaint } from './complaint.state.js';
import { byNobodyAccused, unknownComplaint } from './preconditions.js';
import * as answer from './steps/answer.js';
import * as investigate from './steps/investigate.js';
import * as judge from './steps/judge.js';
import { receiveComplaint, recordComplaint } from './steps/receive.js';
import * as remedy from './steps/remedy.js';
import * as reopen from './steps/reopen.js';
import { termsKnown, withTerms } from './terms.js';

type Of<Type> = Extract<StepCommand, { readonly type: Type }>;
type Steps = {
  readonly [Type in StepCommand['type']]: (
    command: Of<Type>,
    complaint: Begun,
  ) => readonly ComplaintEvent[];
};

const steps: Steps = {
  RecordComplaint: recordComplaint,
  OfferApology: investigate.offerApology,
  AssignInvestigator: investigate.assignInvestigator,
  RecordInvestigation: investigate.recordInvestigation,
  UpholdComplaint: judge.upholdComplaint,
  RejectComplaint: judge.rejectComplaint,
  RecordReferralOutcome: judge.recordReferralOutcome,
  ProposeRemedy: remedy.proposeRemedy,
  AcceptRemedy: remedy.acceptRemedy,
  DeclineRemedy: remedy.declineRemedy,
  AnswerComplaint: answer.answerComplaint,
  RecordAttempt: answer.recordAttempt,
  WithdrawComplaint: answer.withdrawComplaint,
  CloseComplaint: answer.closeComplaint,
  ReopenComplaint: reopen.reopenComplaint,
  RecordSatisfaction: answer.recordSatisfaction,
  JoinComplaint: reopen.joinComplaint,
  ReviewFinding: reviewFinding,
  ReopenVerdict: reopenVerdict,
};

export const complaintDecider: Decider<ComplaintCommand, Complaint, ComplaintEvent> = {
  initialState,
  evolve,
  decide(command, complaint) {
    if (command.type === 'ReceiveComplaint')
      return withTerms(command, complaint, receiveComplaint(command, complaint));
    if (complaint.status === 'none') throw unknownComplaint();
    if (command.type === 'LookAtTerms') return lookAtTerms(command, complaint);
    if (command.type === 'TakeJoinedComplaint')
      return withTerms(command, complaint, reopen.takeJoinedComplaint(command, complaint));
    byNobodyAccused(command, complaint);
    const step = steps[command.type];
    const past = endsIt(command) ? withTerms(command, complaint, [], command.occurredAt) : [];
    const now = past.reduce(evolve, complaint) as Begun;
    return [...past, ...withTerms(command, now, step(command as never, now))];
  },
};

/** What has run out before nobody waits any more has run out, whoever notices it first. */
function endsIt({ type }: StepCommand): boolean {
  return type === 'CloseComplaint' || type === 'WithdrawComplaint';
}

function lookAtTerms(command: LookAtTerms, complaint: Begun): readonly ComplaintEvent[] {
  const known = termsKnown(command, complaint, command.known.calendar);
  return withTerms(command, complaint, known, command.occurredAt);
}
