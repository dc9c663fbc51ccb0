import { Module } from '@nestjs/common';
import { CustomerDecisionContext } from './application/decision-context.js';
import { CustomerParticipants } from './application/customer-participants.js';
import { MergeParticipants } from './application/merge-participants.js';
import { UnitParticipants } from './application/unit-participants.js';
import { customers } from './customer.aggregate.js';
import { ScannedUnitController } from './http/scanned-unit.controller.js';
import { marks } from './mark.aggregate.js';
import { merges } from './merge.aggregate.js';
import { destroyKeysWhenAPersonIsErased } from './processes/destroy-keys-when-a-person-is-erased.js';
import { erasePersonOnceNothingIsBegunForThem } from './processes/erase-person-once-nothing-is-begun-for-them.js';
import { proposeContractBeforeAWarrantyEnds } from './processes/propose-contract-before-a-warranty-ends.js';
import { contractProposalsModel } from './read-models/contract-proposals/contract-proposals.read-model.js';
import { customerListModel } from './read-models/customer-list/customer-list.read-model.js';
import { LikelyDuplicatesController } from './read-models/customer-list/likely-duplicates.controller.js';
import { unitListModel } from './read-models/unit-list/unit-list.read-model.js';
import { units } from './unit.aggregate.js';

/** The customer files (R8): who the customers are, where service is given, and what they have from us. */
@Module({
  controllers: [
    ...customers.controllers,
    ...merges.controllers,
    ...units.controllers,
    ScannedUnitController,
    LikelyDuplicatesController,
  ],
  providers: [
    ...customers.handledBy({
      known: CustomerDecisionContext,
      participants: CustomerParticipants,
    }),
    ...merges.handledBy({ participants: MergeParticipants }),
    ...units.handledBy({ participants: UnitParticipants }),
  ],
})
export class CustomersModule {
  static readonly aggregates = [customers, merges, units, marks];
  static readonly readModels = [customerListModel, unitListModel, contractProposalsModel];
  static readonly processes = [
    erasePersonOnceNothingIsBegunForThem,
    destroyKeysWhenAPersonIsErased,
    proposeContractBeforeAWarrantyEnds,
  ];
}
