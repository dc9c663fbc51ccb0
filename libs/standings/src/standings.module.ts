import { Module } from '@nestjs/common';
import { editions } from './edition.aggregate.js';

/** Rewards and discipline (document 2). */
@Module({
  controllers: [...editions.controllers],
  providers: [...editions.handledBy()],
})
export class StandingsModule {
  static readonly aggregates = [editions];
}
