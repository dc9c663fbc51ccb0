import { aggregate, changes, internal } from '@app/aggregates';
import { managers, staff } from '@app/identity';
import { standingAccount } from './account/standing-account.js';
import { knownCalendar, knownOfAppeal, knownOfCase, knownOfDecision } from './application/known.js';
import { knownOfPeriod } from './application/known-of-period.js';
import { standingDecider } from './domain/standing.decider.js';
import { standingEvents } from './domain/standing.events.js';
import { standingStreams } from './domain/standing.state.js';
import { readsOthers } from './permissions.js';
import { subjectOf } from './domain/standing.state.js';
import * as dto from './http/case.dto.js';

export const standings = aggregate({
  streams: standingStreams,
  decider: standingDecider,
  events: standingEvents,
  path: 'standings',
  id: 'employee',
  commands: {
    OpenCase: changes(dto.OpenCaseDto, staff),
    OpenConsequence: internal,
    UndoConsequence: internal,
    EvaluatePeriod: changes(dto.EvaluatePeriodDto, managers),
    EvaluatePeriodAgain: internal,
    VerifyCase: changes(dto.VerifyCaseDto, managers),
    DropCase: changes(dto.DropCaseDto, managers),
    ProposeAct: changes(dto.ProposeActDto, managers),
    HearEmployee: changes(dto.HearEmployeeDto, staff),
    DecideAct: changes(dto.DecideActDto, managers),
    DeclineAct: changes(dto.DeclineActDto, managers),
    FileAppeal: changes(dto.FileAppealDto, staff),
    DecideAppeal: changes(dto.DecideAppealDto, ['general-manager']),
    PayShare: changes(dto.PayShareDto, managers),
    CloseYear: changes(dto.CloseYearDto, ['general-manager']),
    ReopenYear: changes(dto.ReopenYearDto, ['general-manager']),
  },
  known: {
    openCase: knownOfCase,
    openConsequence: knownOfCase,
    evaluatePeriod: knownOfPeriod,
    evaluatePeriodAgain: knownOfPeriod,
    undoConsequence: knownCalendar,
    proposeAct: knownCalendar,
    decideAct: knownOfDecision,
    decideAppeal: knownOfAppeal,
  },
  account: standingAccount,
  mayRead: (stream, { id, roles }) => subjectOf(stream).employee === id || readsOthers(roles),
});
