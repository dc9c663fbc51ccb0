import { Module } from '@nestjs/common';
import { editions } from './edition.aggregate.js';
import { ActsOnWhomTheyLead } from './application/acts-on-whom-they-lead.js';
import { StandingRequests } from './application/standing-requests.js';
import { EvidenceIsStored } from './application/evidence-is-stored.js';
import { figures } from './figures.aggregate.js';
import { FiguresParticipants } from './application/figures-participants.js';
import { YearKnown } from './application/known-of-closing.js';
import { YearParticipants } from './application/year-participants.js';
import { countHoursOfTheTechnician } from './processes/count-hours-of-the-technician.js';
import { countSalesOfTheSeller } from './processes/count-sales-of-the-seller.js';
import { evaluateWhatAStreakFrees } from './processes/evaluate-what-a-streak-frees.js';
import { evaluateWhatAStreakReaches } from './processes/evaluate-what-a-streak-reaches.js';
import { evaluateWhenAPeriodIsOver } from './processes/evaluate-when-a-period-is-over.js';
import { changeTheFileWhenAnActIsDecided } from './processes/change-the-file-when-an-act-is-decided.js';
import { proposeAShareWhenExtraIncomeIsHandedOver } from './processes/propose-a-share-when-extra-income-is-handed-over.js';
import { takeHoursOffWithinAnAbsence } from './processes/take-hours-off-within-an-absence.js';
import { judgeWhatAShortageReaches } from './processes/judge-what-a-shortage-reaches.js';
import { openCaseWhenAListingIsCleared } from './processes/open-case-when-a-listing-is-cleared.js';
import { openCaseOfTheSupervisor } from './processes/open-case-of-the-supervisor.js';
import { openCaseWhenARepairHasNoRecord } from './processes/open-case-when-a-repair-has-no-record.js';
import { openCaseWhenASaleHasNoCustomerFile } from './processes/open-case-when-a-sale-has-no-customer-file.js';
import { openCaseWhenGoodsAreMissing } from './processes/open-case-when-goods-are-missing.js';
import { openCaseWhenMoneyIsKept } from './processes/open-case-when-money-is-kept.js';
import { appraisalSheetModel } from './read-models/appraisal-sheet/appraisal-sheet.read-model.js';
import { caseBoardModel } from './read-models/case-board/case-board.read-model.js';
import { monthlyFiguresModel } from './read-models/monthly-figures/monthly-figures.read-model.js';
import { incomeSharesModel } from './read-models/income-shares/income-shares.read-model.js';
import { openingEntriesModel } from './read-models/opening-entries/opening-entries.read-model.js';
import { standingModel } from './read-models/standing/standing.read-model.js';
import { SimulationController } from './read-models/simulation/simulation.controller.js';
import { TablesController } from './read-models/tables/tables.controller.js';
import { takeTables, tryEdition } from './permissions.js';
import { standings } from './standing.aggregate.js';
import { years } from './year.aggregate.js';

/** Rewards and discipline (document 2). */
@Module({
  controllers: [
    ...editions.controllers,
    ...figures.controllers,
    ...standings.controllers,
    ...years.controllers,
    TablesController,
    SimulationController,
  ],
  providers: [
    ...editions.handledBy(),
    ActsOnWhomTheyLead,
    EvidenceIsStored,
    ...figures.handledBy({
      requestCheck: StandingRequests,
      participants: FiguresParticipants,
    }),
    ...standings.handledBy({ requestCheck: StandingRequests, participants: YearParticipants }),
    ...years.handledBy({ known: YearKnown }),
  ],
})
export class StandingsModule {
  static readonly aggregates = [editions, figures, standings, years];
  static readonly readModels = [
    appraisalSheetModel,
    standingModel,
    caseBoardModel,
    incomeSharesModel,
    monthlyFiguresModel,
    openingEntriesModel,
  ];
  static readonly permissions = [takeTables, tryEdition];
  static readonly processes = [
    openCaseOfTheSupervisor,
    openCaseWhenARepairHasNoRecord,
    openCaseWhenMoneyIsKept,
    openCaseWhenGoodsAreMissing,
    judgeWhatAShortageReaches,
    openCaseWhenASaleHasNoCustomerFile,
    proposeAShareWhenExtraIncomeIsHandedOver,
    openCaseWhenAListingIsCleared,
    changeTheFileWhenAnActIsDecided,
    countHoursOfTheTechnician,
    takeHoursOffWithinAnAbsence,
    countSalesOfTheSeller,
    evaluateWhatAStreakFrees,
    evaluateWhatAStreakReaches,
    evaluateWhenAPeriodIsOver,
  ];
}
