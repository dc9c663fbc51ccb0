import {
  alreadyRegistered,
  eventTable,
  none,
  Invalid,
  localDate,
  noSuch,
  notBefore,
  plusMinutes,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
} from '@app/kernel';
import { happened, policyAt } from '@app/policy';

/** By what a material is kept beside how many there are. */
export const TRACKED = ['serial', 'lot'] as const;
export type Tracked = (typeof TRACKED)[number];

/** What is kept under one number (R11). */
export interface MaterialEntry {
  readonly name: string;
  /** In which it is counted: 只, 米. */
  readonly unit: string;
  /** Decimal places of a quantity: 0 for what is counted in pieces, at most 3. */
  readonly decimals: number;
  /** Each piece has a serial number, or all of it comes in lots, and every movement names them; default: it is counted alone. */
  readonly tracked?: Tracked;
  /** Kind of material, by which lists and reports take them together. */
  readonly class: string;
  /** At fewer than so many in a store it is low; default: it never is. */
  readonly minimum?: number;
  /** Days from the order until it is here; default: unknown. */
  readonly leadDays?: number;
}

export type MaterialRegistered = DomainEvent<'MaterialRegistered', { sku: string } & MaterialEntry>;
export type MaterialChanged = DomainEvent<'MaterialChanged', { sku: string } & MaterialEntry>;
export type MaterialEvent = MaterialRegistered | MaterialChanged;

/** How it is counted. */
type Counted = 'unit' | 'decimals' | 'tracked';

export type RegisterMaterial = Command<'RegisterMaterial', { sku: string } & MaterialEntry>;
/** All but how it is counted: what was counted before would be something else. */
export type ChangeMaterial = Command<'ChangeMaterial', Omit<MaterialEntry, Counted>>;
export type MaterialCommand = RegisterMaterial | ChangeMaterial;

/** One number of material. Stream `material-<sku>`. */
export type Material =
  | { readonly status: 'none' }
  | ({
      readonly status: 'registered';
      /** When it was registered or last changed. */
      readonly since: Instant;
      /** When it was registered. */
      readonly begun: Instant;
    } & MaterialRegistered['data']);

export const materialStreams = streams<Material>('material');

const entry: MaterialRegistered['data'] = {
  sku: 'CAP-35',
  name: '电容 35μF',
  unit: '只',
  decimals: 0,
  tracked: 'serial',
  class: 'electric',
  minimum: 10,
  leadDays: 7,
};

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const materialEvents = eventTable<MaterialEvent>(
  {
    MaterialRegistered: entry,
    MaterialChanged: entry,
  },
  none('MaterialRegistered', 'MaterialChanged'),
);

export const materialDecider: Decider<MaterialCommand, Material, MaterialEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve: (before, { data, occurredAt: since }) => {
    const begun = before.status === 'none' ? since : before.begun;
    return { status: 'registered', ...data, since, begun };
  },
  decide(command, material) {
    if (command.type === 'RegisterMaterial') {
      if (material.status !== 'none') throw alreadyRegistered({ zh: '物料', en: 'material' });
      const { tracked, decimals } = command.data;
      if (tracked === 'serial' && decimals > 0) throw inPieces();
      return [happened(command, 'MaterialRegistered', command.data, ['R11'])];
    }
    if (material.status === 'none') throw unknownMaterial();
    notBefore(command, material.since);
    const { sku, unit, decimals, tracked } = material;
    const counted = { sku, unit, decimals, ...(tracked && { tracked }) };
    return [happened(command, 'MaterialChanged', { ...counted, ...command.data }, ['R11'])];
  },
};

/**
 * Nothing of a material is told of a time long before the office registered it (`registeredLateDays` of the policy then), but for what was taken over
 * from paper. What moved shortly before is a fact that is told late, and is kept.
 *
 * @throws Invalid `before-registered`
 */
export function notBeforeRegistered(at: Instant, begun: Instant): void {
  const { registeredLateDays: late } = policyAt(begun).materials;
  if (at >= plusMinutes(begun, -late * 24 * 60)) return;
  const says = {
    zh: `该物料于 ${localDate(begun)} 登记，发生时间不得早于登记前 ${late} 天`,
    en: `this material was registered on ${localDate(begun)}; nothing of it is told of more than ${late} days before that`,
  };
  throw new Invalid('before-registered', says, '/occurredAt');
}

function inPieces(): Invalid {
  const says = {
    zh: '按序列号管理的物料以整件计数，小数位须为 0',
    en: 'what has serial numbers is counted in whole pieces: it has no decimals',
  };
  return new Invalid('serials-are-whole', says, '/decimals');
}

export const unknownMaterial = noSuch('material', { zh: '这种物料', en: 'material' });
