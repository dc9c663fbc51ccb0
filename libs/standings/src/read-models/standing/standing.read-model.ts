import type { ReadModel } from '@app/projections';
import { readStanding } from '../../permissions.js';
import { SettingsSimulationHandler } from '../simulation/settings-simulation.query.js';
import { SimulationHandler } from '../simulation/simulation.query.js';
import { TableHandler } from '../tables/table.query.js';
import { Standing1764500100000 } from './1764500100000-standing.js';
import { StandingOpen1764900100006 } from './1764900100006-standing-open.js';
import { AnnualStandingsHandler } from './annual-standings.query.js';
import { DecisionHandler } from './decision.query.js';
import { OpenInYearHandler } from './open-in-year.query.js';
import { StandingController } from './standing.controller.js';
import { standing } from './standing.projection.js';
import { StandingHandler } from './standing.query.js';

/** The standings of a year, ranked, and of one employee, explained. */
export const standingModel: ReadModel = {
  projection: standing,
  migrations: [Standing1764500100000, StandingOpen1764900100006],
  permission: readStanding,
  controller: StandingController,
  handlers: [
    AnnualStandingsHandler,
    StandingHandler,
    OpenInYearHandler,
    DecisionHandler,
    TableHandler,
    SimulationHandler,
    SettingsSimulationHandler,
  ],
};
