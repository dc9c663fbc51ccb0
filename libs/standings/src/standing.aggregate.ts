import { aggregate, changes, internal } from '@app/aggregates';
import { managers, staff } from '@app/identity';
import { standingAccount } from './account/standing-account.js';
import {
  knownCalendar,
  knownOfAppeal,
  knownOfCase,
  knownOfDecision,
  knownOfShare,
  knownOfShortage,
} from './application/known.js';
import { knownOfReport } from './application/known-of-report.js';
import { knownOfOpening, knownOfTakingOver } from './application/known-of-opening.js';
import { knownOfPeriod } from './application/known-of-period.js';
import { standingDecider } from './domain/standing.decider.js';
import { standingEvents } from './domain/standing.events.js';
import { standingStreams } from './domain/standing.state.js';
import { knownOfSale } from './application/known-of-sale.js';
import { mayReadYear } from './application/may-read-year.js';
import * as acts from './http/act.dto.js';
import { OpenCaseDto } from './http/case.dto.js';
import { ApproveOpeningDto, EnterOpeningActsDto } from './http/opening.dto.js';
import { EvaluatePeriodDto } from './http/year.dto.js';

export const standings = aggregate({
  streams: standingStreams,
  decider: standingDecider,
  events: standingEvents,
  path: 'standings',
  id: 'employee',
  commands: {
    OpenCase: changes(OpenCaseDto, staff),
    OpenConsequence: internal,
    NoteProfit: internal,
    UndoConsequence: internal,
    ProposeShare: internal,
    WithdrawCase: internal,
    RecordShortage: internal,
    JudgeShortageAgain: internal,
    ReportSaleWithoutFile: internal,
    EvaluatePeriod: changes(EvaluatePeriodDto, managers),
    EvaluatePeriodAgain: internal,
    VerifyCase: changes(acts.VerifyCaseDto, managers),
    DropCase: changes(acts.DropCaseDto, managers),
    ProposeAct: changes(acts.ProposeActDto, managers),
    HearEmployee: changes(acts.HearEmployeeDto, staff),
    DecideAct: changes(acts.DecideActDto, managers),
    DeclineAct: changes(acts.DeclineActDto, managers),
    FileAppeal: changes(acts.FileAppealDto, staff),
    DecideAppeal: changes(acts.DecideAppealDto, ['general-manager']),
    PayShare: changes(acts.PayShareDto, managers),
    EnterOpeningActs: changes(EnterOpeningActsDto, managers),
    ApproveOpeningActs: changes(ApproveOpeningDto, ['general-manager']),
  },
  known: {
    openCase: knownOfReport,
    openConsequence: knownOfCase,
    proposeShare: knownOfShare,
    recordShortage: knownOfShortage,
    judgeShortageAgain: knownOfShortage,
    reportSaleWithoutFile: knownOfSale,
    evaluatePeriod: knownOfPeriod,
    evaluatePeriodAgain: knownOfPeriod,
    undoConsequence: knownCalendar,
    proposeAct: knownCalendar,
    decideAct: knownOfDecision,
    decideAppeal: knownOfAppeal,
    enterOpeningActs: knownOfOpening,
    approveOpeningActs: knownOfTakingOver,
  },
  account: standingAccount,
  mayRead: mayReadYear,
});
