import { aggregate, changes, internal } from '@app/aggregates';
import { managers } from '@app/identity';
import { figuresAccount } from './account/figures-account.js';
import { figuresDecider } from './domain/figures/figures.decider.js';
import { figuresEvents } from './domain/figures/figures.events.js';
import { figuresStreams } from './domain/figures/figures.state.js';
import { subjectOf } from './domain/standing.state.js';
import * as dto from './http/figures.dto.js';
import { readsOthers } from './permissions.js';

export const figures = aggregate({
  streams: figuresStreams,
  decider: figuresDecider,
  events: figuresEvents,
  path: 'figures',
  id: 'employee',
  commands: {
    SetTargets: changes(dto.SetTargetsDto, managers),
    CountResult: internal,
    AdjustResult: changes(dto.AdjustResultDto, managers),
    RecordLeave: changes(dto.RecordLeaveDto, managers),
    WithdrawLeave: changes(dto.WithdrawLeaveDto, managers),
  },
  account: figuresAccount,
  mayRead: (stream, { id, roles }) => subjectOf(stream).employee === id || readsOthers(roles),
});
