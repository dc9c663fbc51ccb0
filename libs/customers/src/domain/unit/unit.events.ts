import { eventTable, none, type DomainEvent, type LocalDate } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** A product that is sold as it is, or a system that is installed and finally accepted. */
export type UnitKind = 'product' | 'system';

/** A part of a unit that has a barcode of its own (V12). */
export interface Component {
  readonly barcode: string;
  readonly name: string;
  readonly sku?: string;
  readonly serial?: string;
}

/** What tender or contract say of the warranty, where it is not the policy's term (B2): so many months, or a last day. */
export interface WarrantyTerms {
  /** Number of the tender or contract that says so. */
  readonly document: string;
  readonly months?: number;
  readonly until?: LocalDate;
}

/** Until when the company answers for a unit, and from what that is counted (B2). */
export interface Warranty {
  readonly countedFrom: 'final-acceptance' | 'purchase';
  readonly from: LocalDate;
  /** The last day of it, included. */
  readonly until: LocalDate;
  /** Absent: the last day itself was agreed. */
  readonly months?: number;
  /** Number of the tender or contract that says so; absent: the policy's term. */
  readonly document?: string;
}

/** What a unit is, and from when on it is warranted. */
export interface Described {
  readonly product: string;
  readonly serial?: string;
  /** Numbers of the service documents that were handed out with it (V11). */
  readonly documents: readonly string[];
  readonly purchasedOn?: LocalDate;
  /** The day of its final acceptance (B2). */
  readonly acceptedOn?: LocalDate;
  readonly terms?: WarrantyTerms;
}

/** Whose it is and where it stands; absent: whoever shows its document, wherever they are. */
export interface Whereabouts {
  readonly customer?: string;
  readonly site?: string;
}

export type UnitRegistered = DomainEvent<
  'UnitRegistered',
  {
    unit: string;
    kind: UnitKind;
    components: readonly Component[];
    warranty?: Warranty;
  } & Described &
    Whereabouts
>;
/** The final acceptance, from which a system's warranty is counted (B2). */
export type UnitAccepted = DomainEvent<
  'UnitAccepted',
  { unit: string; acceptedOn: LocalDate; terms?: WarrantyTerms; warranty: Warranty }
>;
/** The file was wrong: what is said of the unit as it is from now on, and what follows for its warranty. */
export type UnitCorrected = DomainEvent<
  'UnitCorrected',
  { unit: string; customer?: string; warranty?: Warranty; reason: string } & Described
>;
/** Another owner, or another site of the same one. */
export type UnitMoved = DomainEvent<
  'UnitMoved',
  { unit: string; before: Whereabouts } & Whereabouts
>;
export type ComponentAdded = DomainEvent<
  'ComponentAdded',
  { unit: string; component: Component; ticket?: string }
>;
/** A component was swapped for another, which has no warranty of its own; on which ticket, where it was on one. */
export type ComponentReplaced = DomainEvent<
  'ComponentReplaced',
  { unit: string; replaced: string; by: Component; ticket?: string }
>;
/** Its warranty is about to end: the owner is to be offered a maintenance contract. */
export type ContractProposed = DomainEvent<
  'ContractProposed',
  {
    unit: string;
    product: string;
    customer: string;
    site?: string;
    /** The last day of the warranty. */
    until: LocalDate;
  }
>;
/** It is there no more. */
export type UnitRetired = DomainEvent<
  'UnitRetired',
  { unit: string; how: 'scrapped' | 'replaced' | 'taken-back' }
>;

export type UnitEvent =
  | UnitRegistered
  | UnitAccepted
  | UnitCorrected
  | UnitMoved
  | ComponentAdded
  | ComponentReplaced
  | ContractProposed
  | UnitRetired;

const component: Component = {
  barcode: 'BC-7711-0420',
  name: '可视门铃分机',
  sku: 'MB-07',
  serial: 'SN-0420',
};

const terms: WarrantyTerms = { document: 'ZB-2024-18', months: 36, until: '2027-03-17' };

const warranty: Warranty = {
  countedFrom: 'final-acceptance',
  from: '2024-03-17',
  until: '2027-03-17',
  months: 36,
  document: 'ZB-2024-18',
};

const described: Described = {
  product: '兰亭花园弱电系统',
  serial: 'LT-01',
  documents: ['W-2024-118'],
  purchasedOn: '2024-01-05',
  acceptedOn: '2024-03-17',
  terms,
};

const at = { customer: 'C-1', site: 'S-1' };

export const unitEvents = eventTable<UnitEvent>(
  {
    UnitRegistered: {
      unit: 'U-1',
      kind: 'system',
      ...described,
      ...at,
      components: [component],
      warranty,
    },
    UnitAccepted: { unit: 'U-1', acceptedOn: '2024-03-17', terms, warranty },
    UnitCorrected: {
      unit: 'U-1',
      customer: 'C-1',
      ...described,
      warranty,
      reason: '验收单日期抄错',
    },
    UnitMoved: { unit: 'U-1', customer: 'C-2', site: 'S-2', before: at },
    ComponentAdded: { unit: 'U-1', component, ticket: 'T-2026-0001' },
    ComponentReplaced: {
      unit: 'U-1',
      replaced: 'BC-7711-0420',
      by: { ...component, barcode: 'BC-7711-0999' },
      ticket: 'T-2026-0001',
    },
    ContractProposed: { unit: 'U-1', product: '兰亭花园弱电系统', ...at, until: '2027-03-17' },
    UnitRetired: { unit: 'U-1', how: 'scrapped' },
  },
  {
    UnitCorrected: [{ texts: ['reason'], of: { kind: 'customer', id: 'customer' } }],
    ...none(
      'UnitRegistered',
      'UnitAccepted',
      'UnitMoved',
      'ComponentAdded',
      'ComponentReplaced',
      'ContractProposed',
      'UnitRetired',
    ),
  },
);
