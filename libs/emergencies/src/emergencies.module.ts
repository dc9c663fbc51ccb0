import { Module } from '@nestjs/common';
import { OnCallController } from './http/on-call.controller.js';
import { rosters } from './roster.aggregate.js';

/** Emergencies and the ladder of those who are called until somebody takes them (B3). */
@Module({
  controllers: [...rosters.controllers, OnCallController],
  providers: [...rosters.handledBy()],
})
export class EmergenciesModule {
  static readonly aggregates = [rosters];
}
