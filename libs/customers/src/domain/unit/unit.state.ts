import { streams, type Instant, type LocalDate } from '@app/kernel';
import type {
  Component,
  Described,
  UnitEvent,
  UnitKind,
  UnitRetired,
  Warranty,
  Whereabouts,
} from './unit.events.js';

/** A component of a unit, as long as it is there, and what became of it. */
export interface InstalledComponent extends Component {
  /** Barcode of the one that took its place; absent: it is there still. */
  readonly replacedBy?: string;
  readonly replacedAt?: Instant;
  /** On which ticket it was swapped; absent: on none, or it is there still. */
  readonly ticket?: string;
}

/** A product or system that was sold or installed, with its components (the installed base). Stream `unit-<id>`. */
export type Unit = { readonly status: 'none' } | KnownUnit;

export interface KnownUnit extends Described, Whereabouts {
  readonly status: 'in-use' | 'retired';
  readonly unit: string;
  readonly kind: UnitKind;
  readonly components: readonly InstalledComponent[];
  /** Absent: nothing is known from which it could be counted. */
  readonly warranty?: Warranty;
  readonly how?: UnitRetired['data']['how'];
  /** The last day of the warranty for whose end its owner was to be offered a contract; absent: none yet. */
  readonly proposedFor?: LocalDate;
  /** When the office last changed its file. */
  readonly since: Instant;
}

export const unitStreams = streams<Unit>('unit');

export function evolveUnit(unit: Unit, event: UnitEvent): Unit {
  if (event.type === 'UnitRegistered')
    return { status: 'in-use', ...event.data, since: event.occurredAt };
  if (unit.status === 'none') return unit;
  switch (event.type) {
    case 'ComponentAdded': {
      const { component, ticket: _ } = event.data;
      return { ...unit, components: [...unit.components, component] };
    }
    case 'ComponentReplaced':
      return { ...unit, components: replaced(unit, event) };
    case 'ContractProposed':
      return { ...unit, proposedFor: event.data.until };
    default:
      return { ...changed(unit, event), since: event.occurredAt };
  }
}

type OfTheOffice = Exclude<
  UnitEvent,
  { type: 'UnitRegistered' | 'ComponentAdded' | 'ComponentReplaced' | 'ContractProposed' }
>;

function changed(known: KnownUnit, event: OfTheOffice): KnownUnit {
  switch (event.type) {
    case 'UnitAccepted': {
      const { unit: _, ...accepted } = event.data;
      return { ...known, ...accepted };
    }
    case 'UnitCorrected':
      return corrected(known, event.data);
    case 'UnitMoved': {
      const { customer: owner, site: _, proposedFor, ...rest } = known;
      const { customer, site } = event.data;
      const asked = customer === owner && proposedFor !== undefined && { proposedFor };
      return {
        ...rest,
        ...asked,
        ...(customer !== undefined && { customer }),
        ...(site !== undefined && { site }),
      };
    }
    case 'UnitRetired':
      return { ...known, status: 'retired', how: event.data.how };
  }
}

/** All that the file says of it is said anew; where it is and its components stay. */
function corrected(
  { status, unit, kind, components, customer, site, how, proposedFor, since }: KnownUnit,
  { customer: _, reason: __, ...said }: Extract<UnitEvent, { type: 'UnitCorrected' }>['data'],
): KnownUnit {
  return {
    status,
    kind,
    components,
    since,
    ...(customer !== undefined && { customer }),
    ...(site !== undefined && { site }),
    ...(how !== undefined && { how }),
    ...(proposedFor !== undefined && { proposedFor }),
    ...said,
    unit,
  };
}

function replaced(
  { components }: KnownUnit,
  {
    data: { replaced: barcode, by, ticket },
    occurredAt,
  }: Extract<UnitEvent, { type: 'ComponentReplaced' }>,
): readonly InstalledComponent[] {
  const went = {
    replacedBy: by.barcode,
    replacedAt: occurredAt,
    ...(ticket !== undefined && { ticket }),
  };
  return [
    ...components.map((each) => (each.barcode === barcode ? { ...each, ...went } : each)),
    by,
  ];
}
