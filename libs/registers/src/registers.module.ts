import { Module } from '@nestjs/common';
import { entitlements } from './entitlement.aggregate.js';

/** What tickets ask of warranties, until they have a context of their own. */
@Module({ controllers: entitlements.controllers, providers: entitlements.handledBy() })
export class RegistersModule {
  static readonly aggregates = [entitlements];
}
