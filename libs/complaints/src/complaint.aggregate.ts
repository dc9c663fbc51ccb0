import { aggregate, changes, creates, internal } from '@app/aggregates';
import { appeals, reviews } from '@app/findings/src/http/reviews.js';
import { managers, staff } from '@app/identity';
import { complaintAccount } from './account/complaint-account.js';
import * as known from './application/known.js';
import { mayReadComplaint } from './application/may-read-complaint.js';
import { complaintDecider } from './domain/complaint.decider.js';
import { complaintEvents } from './domain/complaint.event-types.js';
import { complaintStreams } from './domain/complaint.state.js';
import * as handling from './http/handling.dto.js';
import * as intake from './http/intake.dto.js';
import { customersOffice } from './permissions.js';

/** A complaint (R6, R7, R9, N13): a role for each step; who is complained of takes none. */
export const complaints = aggregate({
  streams: complaintStreams,
  decider: complaintDecider,
  events: complaintEvents,
  path: 'complaints',
  id: 'complaint',
  commands: {
    ReceiveComplaint: creates(intake.ReceiveComplaintDto, staff),
    RecordComplaint: changes(intake.RecordComplaintDto, staff),
    OfferApology: changes(handling.OfferApologyDto, staff),
    AssignInvestigator: changes(handling.AssignInvestigatorDto, managers),
    RecordInvestigation: changes(handling.RecordInvestigationDto, staff),
    UpholdComplaint: changes(handling.UpholdComplaintDto, managers),
    RejectComplaint: changes(handling.RejectComplaintDto, managers),
    RecordReferralOutcome: changes(handling.RecordReferralOutcomeDto, managers),
    ProposeRemedy: changes(handling.ProposeRemedyDto, customersOffice),
    AcceptRemedy: changes(handling.SettleRemedyDto, customersOffice),
    DeclineRemedy: changes(handling.SettleRemedyDto, customersOffice),
    AnswerComplaint: changes(handling.AnswerComplaintDto, customersOffice),
    RecordAttempt: changes(handling.RecordAttemptDto, customersOffice),
    WithdrawComplaint: changes(handling.WithdrawComplaintDto, customersOffice),
    CloseComplaint: changes(handling.CloseComplaintDto, managers),
    ReopenComplaint: changes(intake.ReopenComplaintDto, customersOffice),
    RecordSatisfaction: changes(handling.RecordSatisfactionDto, customersOffice),
    JoinComplaint: changes(intake.JoinComplaintDto, managers),
    ReviewFinding: reviews,
    ReopenVerdict: appeals,
    TakeJoinedComplaint: internal,
    LookAtTerms: internal,
  },
  known: {
    receiveComplaint: known.knownOfReceipt,
    recordComplaint: known.knownOfWords,
    assignInvestigator: known.knownInvestigator,
    upholdComplaint: known.knownOfUpholding,
    answerComplaint: known.knownOfAnswer,
    reopenComplaint: known.knownOfReopening,
    joinComplaint: known.knownOther,
    takeJoinedComplaint: known.knownCalendar,
    lookAtTerms: known.knownOfTerms,
  },
  account: complaintAccount,
  mayRead: mayReadComplaint,
});
