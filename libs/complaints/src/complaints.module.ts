import { Module } from '@nestjs/common';
import { ComplaintParticipants } from './application/complaint-participants.js';
import { complaints } from './complaint.aggregate.js';
import { ComplaintController } from './http/complaint.controller.js';
import { carryWhatAJoinedComplaintSays } from './processes/carry-what-a-joined-complaint-says.js';
import { openCaseWhenAComplaintIsUpheld } from './processes/open-case-when-a-complaint-is-upheld.js';
import { openComplaintWhenAFollowUpIsBad } from './processes/open-complaint-when-a-follow-up-is-bad.js';
import { watchTheTermsOfAComplaint } from './processes/watch-the-terms-of-a-complaint.js';
import { complaintBoardModel } from './read-models/complaint-board/complaint-board.read-model.js';

/** Complaints of customers (R6, R7, R9, N13), from the first word to the answer. */
@Module({
  controllers: [...complaints.controllers, ComplaintController],
  providers: complaints.handledBy({ participants: ComplaintParticipants }),
})
export class ComplaintsModule {
  static readonly aggregates = [complaints];
  static readonly readModels = [complaintBoardModel];
  static readonly processes = [
    watchTheTermsOfAComplaint,
    carryWhatAJoinedComplaintSays,
    openComplaintWhenAFollowUpIsBad,
    openCaseWhenAComplaintIsUpheld,
  ];
}
