import { Module } from '@nestjs/common';
import { entitlements } from './entitlement.aggregate.js';
import { parts } from './parts.aggregate.js';
import { slaTerms } from './sla-terms.aggregate.js';
import { tools } from './tool.aggregate.js';

/** What tickets ask of warranties, promises, tools and parts, until each has a context of its own. */
@Module({
  controllers: [
    ...entitlements.controllers,
    ...slaTerms.controllers,
    ...tools.controllers,
    ...parts.controllers,
  ],
  providers: [
    ...entitlements.handledBy(),
    ...slaTerms.handledBy(),
    ...tools.handledBy(),
    ...parts.handledBy(),
  ],
})
export class RegistersModule {
  static readonly aggregates = [entitlements, slaTerms, tools, parts];
}
