import type { LotOf } from '../stock/lot.js';
import { eventTable, none, type DomainEvent, type Instant, type Yuan } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** What is counted: at least one of the parts. */
export interface Scope {
  /** Materials at this location, or in somebody's hands: all that the books have there, or … */
  readonly place?: string;
  /** … those of this class, at `place` or, without one, at every location; or … */
  readonly class?: string;
  /** … these, whatever the books say. */
  readonly skus?: readonly string[];
  /** Tools of this class, wherever they are; or … */
  readonly toolClass?: string;
  /** … these. */
  readonly tools?: readonly string[];
  /** Of a place or a class only what comes after this number (SKU, or tool where tools are counted); default: from the first. */
  readonly after?: string;
  /** And up to this one, which belongs to it; default: to the last. */
  readonly upTo?: string;
}

/** A line of the sheet: a material at a place. `twice`: two people count it, as it is worth more than the policy's threshold. */
export interface SheetLine {
  readonly sku: string;
  readonly place: string;
  readonly twice?: true;
}

/** Counted less the books of that moment; below zero: missing. */
export interface Difference {
  readonly sku: string;
  readonly place: string;
  /** Units. */
  readonly counted: number;
  readonly book: number;
  readonly difference: number;
  readonly value: Yuan;
  /** Of a material that is kept by serial number: which pieces were not there, and which were beside the books. */
  readonly missing?: readonly string[];
  readonly found?: readonly string[];
  /** Of a material that is kept by lot: those that differ, below zero where some were missing. */
  readonly lots?: readonly LotOf[];
}

/** By the books it was kept and was not there, or it was lost and is there. */
export interface ToolDifference {
  readonly tool: string;
  readonly what: 'missing' | 'found';
}

interface Of {
  readonly stocktake: string;
}

export type StocktakeStarted = DomainEvent<
  'StocktakeStarted',
  Of & { readonly scope: Scope; readonly lines: readonly SheetLine[]; tools: readonly string[] }
>;
/** By whoever acts, at the moment at which it happened; nobody is shown it before the closing. */
export type StockCounted = DomainEvent<
  'StockCounted',
  Of & {
    readonly sku: string;
    readonly place: string;
    readonly quantity: number;
    /** Of the pieces; absent: they are counted alone. */
    readonly serials?: readonly string[];
    /** Of each lot; absent: it is not kept by lot. */
    readonly lots?: readonly LotOf[];
  }
>;
export type ToolCounted = DomainEvent<
  'ToolCounted',
  Of & { readonly tool: string; readonly there: boolean; readonly remark?: string }
>;
/** What was counted of it so far counts no more. */
export type RecountAsked = DomainEvent<
  'RecountAsked',
  Of & {
    readonly sku?: string;
    readonly place?: string;
    readonly tool?: string;
    readonly reason: string;
  }
>;
/** Counting has ended, and these are the differences, by what is known now of the moments of the counts. */
export type StocktakeClosed = DomainEvent<
  'StocktakeClosed',
  Of & {
    /** Lines and tools that were counted. */
    readonly counted: number;
    readonly differences: readonly Difference[];
    readonly tools: readonly ToolDifference[];
  }
>;
export type DifferenceExplained = DomainEvent<
  'DifferenceExplained',
  Of & {
    readonly sku?: string;
    readonly place?: string;
    readonly tool?: string;
    readonly explanation: string;
  }
>;
/** The differences are booked with it: all of them, in the books of each place and tool. */
export type StocktakeApproved = DomainEvent<
  'StocktakeApproved',
  Of & { readonly scope: Scope; readonly adjusted: number; readonly unexplained: number }
>;
/**
 * A movement of before the count was told only after the approval: the count stands, and of what was found
 * missing or beside the books so many are explained by it.
 */
export type MovementToldAfterCount = DomainEvent<
  'MovementToldAfterCount',
  Of & {
    readonly sku: string;
    readonly place: string;
    /** Units by which the difference changes: above zero where the movement had gone out. */
    readonly quantity: number;
    readonly value: Yuan;
    /** Type of the movement's event, and when it happened. */
    readonly toldLate: string;
    readonly movedAt: Instant;
    /** By which people know it; absent: it has none. */
    readonly slip?: string;
    readonly ticket?: string;
  }
>;
export type StocktakeCancelled = DomainEvent<
  'StocktakeCancelled',
  Of & { readonly reason: string }
>;

export type StocktakeEvent =
  | StocktakeStarted
  | StockCounted
  | ToolCounted
  | RecountAsked
  | StocktakeClosed
  | DifferenceExplained
  | StocktakeApproved
  | MovementToldAfterCount
  | StocktakeCancelled;

const stocktake = 'ST-2026-03';
const scope = { place: 'main', toolClass: 'meter', after: 'BOLT-1', upTo: 'FAN-9' };
const line = { sku: 'CAP-35', place: 'main' };

export const stocktakeEvents = eventTable<StocktakeEvent>(
  {
    StocktakeStarted: {
      stocktake,
      scope,
      lines: [
        { ...line, twice: true },
        { sku: 'FAN-1', place: 'main' },
      ],
      tools: ['TOOL-1'],
    },
    StockCounted: {
      stocktake,
      ...line,
      quantity: 2,
      serials: ['SN-1', 'SN-3'],
      lots: [{ lot: 'L-2603', quantity: 2, expires: '2027-03-31' }],
    },
    ToolCounted: { stocktake, tool: 'TOOL-1', there: false, remark: '工具柜空' },
    RecountAsked: { stocktake, ...line, reason: '两人所数不符' },
    StocktakeClosed: {
      stocktake,
      counted: 3,
      differences: [
        {
          ...line,
          ...{ counted: 2, book: 3, difference: -1, value: '-12.00' },
          missing: ['SN-2', 'SN-4'],
          found: ['SN-3'],
          lots: [{ lot: 'L-2603', quantity: -1, expires: '2027-03-31' }],
        },
      ],
      tools: [{ tool: 'TOOL-1', what: 'missing' }],
    },
    DifferenceExplained: { stocktake, ...line, explanation: '三月五日领用未登记' },
    StocktakeApproved: { stocktake, scope, adjusted: 2, unexplained: 1 },
    MovementToldAfterCount: {
      ...{ stocktake, ...line, quantity: 1, value: '12.00', toldLate: 'MaterialIssued' },
      ...{ movedAt: '2026-03-06T01:00:00.000Z', slip: 'S-1', ticket: 'T-1' },
    },
    StocktakeCancelled: { stocktake, reason: '盘点范围有误' },
  },
  none(
    'StocktakeStarted',
    'StockCounted',
    'ToolCounted',
    'RecountAsked',
    'StocktakeClosed',
    'DifferenceExplained',
    'StocktakeApproved',
    'MovementToldAfterCount',
    'StocktakeCancelled',
  ),
);
