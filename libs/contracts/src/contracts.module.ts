import { Module } from '@nestjs/common';
import { ContractDecisionContext } from './application/decision-context.js';
import { ContractParticipants } from './application/contract-participants.js';
import { contracts } from './contract.aggregate.js';
import { draftWarrantyWhenASystemIsAccepted } from './processes/draft-warranty-when-a-system-is-accepted.js';
import { endContractsOnTheirDay } from './processes/end-contracts-on-their-day.js';
import { followMaintenanceTickets } from './processes/follow-maintenance-tickets.js';
import { openMaintenanceAhead } from './processes/open-maintenance-ahead.js';
import { contractListModel } from './read-models/contract-list/contract-list.read-model.js';
import { EndingContractsController } from './read-models/contract-list/ending-contracts.query.js';
import { maintenanceCalendarModel } from './read-models/maintenance-calendar/maintenance-calendar.read-model.js';
import { promises } from './promise.aggregate.js';

/** Warranty terms and maintenance contracts, and the maintenance that follows from them by itself (B2, B3). */
@Module({
  controllers: [...contracts.controllers, EndingContractsController],
  providers: contracts.handledBy({
    known: ContractDecisionContext,
    participants: ContractParticipants,
  }),
})
export class ContractsModule {
  static readonly aggregates = [contracts, promises];
  static readonly readModels = [contractListModel, maintenanceCalendarModel];
  static readonly processes = [
    draftWarrantyWhenASystemIsAccepted,
    endContractsOnTheirDay,
    openMaintenanceAhead,
    followMaintenanceTickets,
  ];
}
