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
import { knownOfPeriod } from './application/known-of-period.js';
import { knownOfYear } from './application/known-of-year.js';
import { standingDecider } from './domain/standing.decider.js';
import { standingEvents } from './domain/standing.events.js';
import { standingStreams } from './domain/standing.state.js';
import { readsOthers } from './permissions.js';
import { subjectOf } from './domain/standing.state.js';
import * as acts from './http/act.dto.js';
import { OpenCaseDto } from './http/case.dto.js';
import * as years from './http/year.dto.js';

export const standings = aggregate({
  streams: standingStreams,
  decider: standingDecider,
  events: standingEvents,
  path: 'standings',
  id: 'employee',
  commands: {
    OpenCase: changes(OpenCaseDto, staff),
    OpenConsequence: internal,
    UndoConsequence: internal,
    ProposeShare: internal,
    WithdrawCase: internal,
    RecordShortage: internal,
    EvaluatePeriod: changes(years.EvaluatePeriodDto, managers),
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
    CloseYear: changes(years.CloseYearDto, ['general-manager']),
    ReopenYear: changes(years.ReopenYearDto, ['general-manager']),
  },
  known: {
    openCase: knownOfCase,
    openConsequence: knownOfCase,
    proposeShare: knownOfShare,
    recordShortage: knownOfShortage,
    evaluatePeriod: knownOfPeriod,
    evaluatePeriodAgain: knownOfPeriod,
    undoConsequence: knownCalendar,
    proposeAct: knownCalendar,
    decideAct: knownOfDecision,
    decideAppeal: knownOfAppeal,
    closeYear: knownOfYear,
  },
  account: standingAccount,
  mayRead: (stream, { id, roles }) => subjectOf(stream).employee === id || readsOthers(roles),
});
