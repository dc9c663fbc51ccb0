import { Module } from '@nestjs/common';
import { TicketParticipants } from './application/ticket-participants.js';
import { AfterWarrantyPrices } from './application/after-warranty-prices.js';
import { Diaries } from './application/diaries.js';
import { Numbers } from './application/numbers.js';
import { OtherContexts } from './application/other-contexts.js';
import { TicketDecisionContext } from './application/decision-context.js';
import { NamedFiles } from './application/named-files.js';
import { diaries } from './diary.aggregate.js';
import { AfterWarrantyQuoteController } from './http/after-warranty-quote.controller.js';
import { LateStepsController } from './http/late-steps.controller.js';
import { SendSteps } from './http/send-steps.js';
import { numbers } from './number.aggregate.js';
import { askForAFollowUpOfAShare } from './processes/ask-for-a-follow-up-of-a-share.js';
import { demandMoneyThatIsNotHandedOver } from './processes/demand-money-that-is-not-handed-over.js';
import { judgeToolsWhenCustodyIsToldLate } from './processes/judge-tools-when-custody-is-told-late.js';
import { settleFindingWhenUncoveredUseIsExplained } from './processes/settle-finding-when-uncovered-use-is-explained.js';
import { lookAgainWhereSomebodyWas } from './processes/look-again-where-somebody-was.js';
import { takeConsentFromTheEmergencyClause } from './processes/take-consent-from-the-emergency-clause.js';
import { unassignVisitsOfWhoeverIsDismissed } from './processes/unassign-visits-of-whoever-is-dismissed.js';
import { watchResponseTimes } from './processes/watch-response-times.js';
import { technicianDayModel } from './read-models/technician-day/technician-day.read-model.js';
import { ticketBoardModel } from './read-models/ticket-board/ticket-board.read-model.js';
import { ticketDetailModel } from './read-models/ticket-detail/ticket-detail.read-model.js';
import { unitVisitsModel } from './read-models/unit-visits/unit-visits.read-model.js';
import { tickets } from './ticket.aggregate.js';

/** A customer's problem, from the call to the closing. What it asks of others stands in `application/`. */
@Module({
  controllers: [...tickets.controllers, LateStepsController, AfterWarrantyQuoteController],
  providers: [
    ...tickets.handledBy({
      known: TicketDecisionContext,
      requestCheck: NamedFiles,
      participants: TicketParticipants,
    }),
    OtherContexts,
    AfterWarrantyPrices,
    Diaries,
    Numbers,
    SendSteps,
  ],
})
export class TicketsModule {
  static readonly aggregates = [tickets, diaries, numbers];
  static readonly processes = [
    watchResponseTimes,
    askForAFollowUpOfAShare,
    takeConsentFromTheEmergencyClause,
    demandMoneyThatIsNotHandedOver,
    unassignVisitsOfWhoeverIsDismissed,
    settleFindingWhenUncoveredUseIsExplained,
    lookAgainWhereSomebodyWas,
    judgeToolsWhenCustodyIsToldLate,
  ];
  static readonly readModels = [
    ticketBoardModel,
    ticketDetailModel,
    technicianDayModel,
    unitVisitsModel,
  ];
}
