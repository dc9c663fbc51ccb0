import { Module } from '@nestjs/common';
import { entitlements } from './entitlement.aggregate.js';
import { slaTerms } from './sla-terms.aggregate.js';

/** What tickets ask of warranties and promises, until each has a context of its own. */
@Module({
  controllers: [...entitlements.controllers, ...slaTerms.controllers],
  providers: [...entitlements.handledBy(), ...slaTerms.handledBy()],
})
export class RegistersModule {
  static readonly aggregates = [entitlements, slaTerms];
}
