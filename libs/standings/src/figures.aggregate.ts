import { aggregate, changes, internal } from '@app/aggregates';
import { managers } from '@app/identity';
import { figuresAccount } from './account/figures-account.js';
import { knownOfFigures } from './application/known-of-figures.js';
import { knownOfOpening } from './application/known-of-opening.js';
import { figuresDecider } from './domain/figures/figures.decider.js';
import { figuresEvents } from './domain/figures/figures.events.js';
import { figuresStreams } from './domain/figures/figures.state.js';
import * as dto from './http/figures.dto.js';
import { ApproveOpeningDto, EnterOpeningFiguresDto } from './http/opening.dto.js';
import { mayReadYear } from './application/may-read-year.js';

export const figures = aggregate({
  streams: figuresStreams,
  decider: figuresDecider,
  events: figuresEvents,
  path: 'figures',
  id: 'employee',
  commands: {
    SetTargets: changes(dto.SetTargetsDto, managers),
    CountResult: internal,
    CountAbsence: internal,
    LiftAbsence: internal,
    AdjustResult: changes(dto.AdjustResultDto, managers),
    ConfirmFigures: changes(dto.ConfirmFiguresDto, managers),
    RefuseFigures: changes(dto.RefuseFiguresDto, managers),
    RecordLeave: changes(dto.RecordLeaveDto, managers),
    WithdrawLeave: changes(dto.WithdrawLeaveDto, managers),
    EnterOpeningFigures: changes(EnterOpeningFiguresDto, managers),
    ApproveOpeningFigures: changes(ApproveOpeningDto, ['general-manager']),
  },
  known: {
    setTargets: knownOfFigures,
    confirmFigures: knownOfFigures,
    enterOpeningFigures: knownOfOpening,
    approveOpeningFigures: knownOfOpening,
  },
  account: figuresAccount,
  mayRead: mayReadYear,
});
