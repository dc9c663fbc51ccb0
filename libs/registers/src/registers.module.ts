import { Module } from '@nestjs/common';
import { entitlements } from './entitlement.aggregate.js';
import { parts } from './parts.aggregate.js';
import { slaTerms } from './sla-terms.aggregate.js';

/** What tickets ask of warranties, promises and parts, until each has a context of its own. */
@Module({
  controllers: [...entitlements.controllers, ...slaTerms.controllers, ...parts.controllers],
  providers: [...entitlements.handledBy(), ...slaTerms.handledBy(), ...parts.handledBy()],
})
export class RegistersModule {
  static readonly aggregates = [entitlements, slaTerms, parts];
}
