import { Module } from '@nestjs/common';
import { editions } from './edition.aggregate.js';
import { EvidenceIsStored } from './application/evidence-is-stored.js';
import { changeTheFileWhenAnActIsDecided } from './processes/change-the-file-when-an-act-is-decided.js';
import { openCaseOfTheSupervisor } from './processes/open-case-of-the-supervisor.js';
import { caseBoardModel } from './read-models/case-board/case-board.read-model.js';
import { incomeSharesModel } from './read-models/income-shares/income-shares.read-model.js';
import { standingModel } from './read-models/standing/standing.read-model.js';
import { SimulationController } from './read-models/simulation/simulation.controller.js';
import { TablesController } from './read-models/tables/tables.controller.js';
import { standings } from './standing.aggregate.js';

/** Rewards and discipline (document 2). */
@Module({
  controllers: [
    ...editions.controllers,
    ...standings.controllers,
    TablesController,
    SimulationController,
  ],
  providers: [...editions.handledBy(), ...standings.handledBy({ requestCheck: EvidenceIsStored })],
})
export class StandingsModule {
  static readonly aggregates = [editions, standings];
  static readonly readModels = [standingModel, caseBoardModel, incomeSharesModel];
  static readonly processes = [openCaseOfTheSupervisor, changeTheFileWhenAnActIsDecided];
}
