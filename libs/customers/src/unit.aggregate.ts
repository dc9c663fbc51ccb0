import { aggregate, changes, creates, edits, internal } from '@app/aggregates';
import { unitAccount } from './account/unit.account.js';
import { contractsOfUnit } from './application/contracts-of-unit.js';
import { ownerOnFile } from './application/owner-on-file.js';
import { unitDecider, unknownUnit } from './domain/unit/unit.decider.js';
import { unitEvents } from './domain/unit/unit.events.js';
import { unitStreams } from './domain/unit/unit.state.js';
import {
  AcceptUnitDto,
  AddComponentDto,
  CorrectUnitDto,
  MoveUnitDto,
  RegisterUnitDto,
  ReplaceComponentDto,
  RetireUnitDto,
  UnitBody,
} from './http/unit.dto.js';
import { keepers, readUnit } from './permissions.js';

/** Who says what a customer may claim. */
const entitlers = ['sales', 'supervisor'] as const;
const swappers = ['technician', ...entitlers] as const;

export const units = aggregate({
  streams: unitStreams,
  decider: unitDecider,
  events: unitEvents,
  path: 'units',
  id: 'unit',
  commands: {
    RegisterUnit: creates(RegisterUnitDto, entitlers),
    AcceptUnit: changes(AcceptUnitDto, entitlers),
    CorrectUnit: edits(CorrectUnitDto, entitlers),
    MoveUnit: changes(MoveUnitDto, keepers),
    AddComponent: changes(AddComponentDto, swappers),
    ReplaceComponent: changes(ReplaceComponentDto, swappers),
    ProposeContract: internal,
    RetireUnit: changes(RetireUnitDto, entitlers),
  },
  known: {
    registerUnit: ownerOnFile,
    moveUnit: ownerOnFile,
    proposeContract: contractsOfUnit,
  },
  shows: {
    as: UnitBody,
    summary:
      'A product or system of the installed base, its components and its cover (V11, V12, B2).',
    to: readUnit,
    unknown: unknownUnit,
  },
  account: unitAccount,
});
