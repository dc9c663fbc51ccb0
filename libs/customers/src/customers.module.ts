import { Module } from '@nestjs/common';
import { CustomerDecisionContext } from './application/decision-context.js';
import { UnitParticipants } from './application/unit-participants.js';
import { customers } from './customer.aggregate.js';
import { ScannedUnitController } from './http/scanned-unit.controller.js';
import { marks } from './mark.aggregate.js';
import { destroyKeysWhenAPersonIsErased } from './processes/destroy-keys-when-a-person-is-erased.js';
import { customerListModel } from './read-models/customer-list/customer-list.read-model.js';
import { unitListModel } from './read-models/unit-list/unit-list.read-model.js';
import { units } from './unit.aggregate.js';

/** The customer files (R8): who the customers are, where service is given, and what they have from us. */
@Module({
  controllers: [...customers.controllers, ...units.controllers, ScannedUnitController],
  providers: [
    ...customers.handledBy({ known: CustomerDecisionContext }),
    ...units.handledBy({ participants: UnitParticipants }),
  ],
})
export class CustomersModule {
  static readonly aggregates = [customers, units, marks];
  static readonly readModels = [customerListModel, unitListModel];
  static readonly processes = [destroyKeysWhenAPersonIsErased];
}
