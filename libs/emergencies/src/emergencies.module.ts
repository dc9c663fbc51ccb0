import { Module } from '@nestjs/common';
import { emergencies } from './emergency.aggregate.js';
import { OnCallController } from './http/on-call.controller.js';
import { callWhoeverComesOnCall } from './processes/call-whoever-comes-on-call.js';
import { escalateWhenNobodyAcknowledges } from './processes/escalate-when-nobody-acknowledges.js';
import { emergencyBoardModel } from './read-models/emergency-board/emergency-board.read-model.js';
import { rosters } from './roster.aggregate.js';

/** Emergencies, and the ladder of those who are called until somebody takes them (B3). */
@Module({
  controllers: [...rosters.controllers, OnCallController, ...emergencies.controllers],
  providers: [...rosters.handledBy(), ...emergencies.handledBy()],
})
export class EmergenciesModule {
  static readonly aggregates = [rosters, emergencies];
  static readonly readModels = [emergencyBoardModel];
  static readonly processes = [escalateWhenNobodyAcknowledges, callWhoeverComesOnCall];
}
