import {
  alreadyRegistered,
  noSuch,
  notBefore,
  NotPossible,
  type Ask,
  type Command,
  type Decider,
  type LocalDate,
} from '@app/kernel';
import { happened } from '@app/policy';
import {
  addComponent,
  replaceComponent,
  requireDistinct,
  type AddComponent,
  type ReplaceComponent,
} from './components.js';
import { proposeContract, type ProposeContract } from './proposing.js';
import { checkDates } from './unit.checks.js';
import type {
  Component,
  Described,
  UnitEvent,
  UnitKind,
  UnitRetired,
  WarrantyTerms,
  Whereabouts,
} from './unit.events.js';
import { evolveUnit, type KnownUnit, type Unit } from './unit.state.js';
import { warrantyOf } from './warranty.js';

/** Whose it is, is on file, and has the site. */
interface KnownOwner {
  readonly owner: 'on-file' | 'nobody';
}

export type RegisterUnit = Ask<
  'RegisterUnit',
  { unit: string; kind: UnitKind; components: readonly Component[] } & Described & Whereabouts,
  KnownOwner
>;
export type AcceptUnit = Command<'AcceptUnit', { acceptedOn: LocalDate; terms?: WarrantyTerms }>;
export type CorrectUnit = Command<'CorrectUnit', Described & { reason: string }>;
export type MoveUnit = Ask<'MoveUnit', Whereabouts, KnownOwner>;
export type RetireUnit = Command<'RetireUnit', Omit<UnitRetired['data'], 'unit'>>;

export type UnitCommand =
  | RegisterUnit
  | AcceptUnit
  | CorrectUnit
  | MoveUnit
  | AddComponent
  | ReplaceComponent
  | ProposeContract
  | RetireUnit;

export const unitDecider: Decider<UnitCommand, Unit, UnitEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve: evolveUnit,
  decide(command, unit) {
    if (command.type === 'RegisterUnit') return register(command, unit);
    if (unit.status === 'none') throw unknownUnit();
    switch (command.type) {
      // What was swapped was swapped: it is told when it is told, whatever the office changed meanwhile.
      case 'AddComponent':
        return addComponent(command, unit);
      case 'ReplaceComponent':
        return replaceComponent(command, unit);
      case 'ProposeContract':
        return proposeContract(command, unit);
      default:
        notBefore(command, unit.since);
        return decideAtTheDesk(command, inUse(unit));
    }
  },
};

type AtTheDesk = Exclude<
  UnitCommand,
  RegisterUnit | AddComponent | ReplaceComponent | ProposeContract
>;

function decideAtTheDesk(command: AtTheDesk, known: KnownUnit): UnitEvent[] {
  const { unit } = known;
  switch (command.type) {
    case 'AcceptUnit':
      return accept(command, known);
    case 'CorrectUnit':
      return correct(command, known);
    case 'MoveUnit':
      return move(command, known);
    case 'RetireUnit':
      return [happened(command, 'UnitRetired', { unit, ...command.data }, ['R8'])];
  }
}

function register(command: RegisterUnit, unit: Unit): UnitEvent[] {
  if (unit.status !== 'none') throw alreadyRegistered({ zh: '设备', en: 'unit' });
  checkDates(command, command.data);
  requireDistinct(command.data.components);
  const warranty = warrantyOf(command.data);
  const registered = { ...command.data, ...(warranty && { warranty }) };
  return [happened(command, 'UnitRegistered', registered, ['R8', 'B2'])];
}

/** Once: a date that was wrong is corrected, with its reason. */
function accept(command: AcceptUnit, known: KnownUnit): UnitEvent[] {
  if (known.acceptedOn !== undefined) throw acceptedBefore(known.acceptedOn);
  const { acceptedOn, terms = known.terms } = command.data;
  const said = { ...known, acceptedOn, ...(terms && { terms }) };
  checkDates(command, said);
  const warranty = warrantyOf(said)!;
  const accepted = { unit: known.unit, acceptedOn, ...(terms && { terms }), warranty };
  return [happened(command, 'UnitAccepted', accepted, ['B2'])];
}

function correct(command: CorrectUnit, { unit, kind, customer }: KnownUnit): UnitEvent[] {
  checkDates(command, { kind, ...command.data });
  const warranty = warrantyOf({ kind, ...command.data });
  const corrected = {
    unit,
    ...(customer !== undefined && { customer }),
    ...command.data,
    ...(warranty && { warranty }),
  };
  return [happened(command, 'UnitCorrected', corrected, ['R8', 'B2'])];
}

/** Says nothing where it is there already. */
function move(command: MoveUnit, { unit, customer, site }: KnownUnit): UnitEvent[] {
  const { data } = command;
  if (data.customer === customer && data.site === site) return [];
  const before = {
    ...(customer !== undefined && { customer }),
    ...(site !== undefined && { site }),
  };
  return [happened(command, 'UnitMoved', { unit, ...data, before }, ['R8'])];
}

function inUse(unit: KnownUnit): KnownUnit {
  if (unit.status === 'in-use') return unit;
  throw new NotPossible('unit-retired', {
    zh: `设备 ${unit.unit} 已停用`,
    en: `unit ${unit.unit} is there no more`,
  });
}

/** @param pointer of the field that names it, where one does */
export const unknownUnit = noSuch('unit', { zh: '这台设备', en: 'unit' });

function acceptedBefore(on: LocalDate): NotPossible {
  return new NotPossible('accepted-before', {
    zh: `该设备已于 ${on} 最终验收；日期有误的，请更正档案`,
    en: `the unit was finally accepted on ${on}; correct its file where that is wrong`,
  });
}
