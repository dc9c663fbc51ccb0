import type { Ask, Command, Yuan } from '@app/kernel';
import type { OpenCount } from '../stock/counts.js';
import type { LotOf } from '../stock/lot.js';
import type { StockState } from '../stock/stock.books.js';
import type { KnownMaterial } from '../stock/stock.commands.js';
import type { KeptTool } from '../tool/tool.state.js';
import type { Scope } from './stocktake.events.js';
import type { ToldAfterCount } from './stocktake.state.js';

/** What the books have in the scope as the stocktake begins. */
export interface KnownSheet {
  readonly lines: readonly { readonly sku: string; readonly place: string; value: Yuan }[];
  readonly tools: readonly string[];
}

/** What the books say of the counts of a line, each as of its moment, and what a difference is worth now. */
export interface KnownLine {
  readonly sku: string;
  readonly place: string;
  readonly counts: readonly Pick<OpenCount, 'counter' | 'book' | 'least' | 'lots'>[];
  /** Which pieces each counter should have found at the moment of their count; absent: they are counted alone. */
  readonly expected?: readonly { readonly counter: string; readonly serials: readonly string[] }[];
  readonly books: StockState | undefined;
}

/** Of what was counted, as it is known now. */
export interface KnownBooks {
  readonly lines: readonly KnownLine[];
  readonly tools: readonly Pick<KeptTool, 'tool' | 'status' | 'since'>[];
}

/** One of the lines, or one of the tools. */
interface Item {
  readonly sku?: string;
  /** Default: that of the scope. */
  readonly place?: string;
  readonly tool?: string;
}

export type StartStocktake = Ask<
  'StartStocktake',
  Scope & { readonly stocktake: string },
  KnownSheet
>;
export type CountStock = Ask<
  'CountStock',
  {
    readonly sku: string;
    /** Default: that of the scope. */
    readonly place?: string;
    readonly quantity: number;
    /** Of the pieces, where the material is kept by serial number. */
    readonly serials?: readonly string[];
    /** Of each lot that is there, where the material is kept by lot. */
    readonly lots?: readonly LotOf[];
  },
  KnownMaterial & { readonly class: string }
>;
export type CountTool = Ask<
  'CountTool',
  { readonly tool: string; readonly there: boolean; readonly remark?: string },
  Pick<KeptTool, 'class' | 'status'>
>;
export type AskForRecount = Command<'AskForRecount', Item & { readonly reason: string }>;
export type CloseStocktake = Ask<'CloseStocktake', object, KnownBooks>;
export type ExplainDifference = Command<
  'ExplainDifference',
  Item & { readonly explanation: string }
>;
export type ApproveStocktake = Ask<'ApproveStocktake', object, KnownBooks>;
/** By a process, when a movement of before a count is told after its approval. */
export type NoteToldAfterCount = Command<'NoteToldAfterCount', ToldAfterCount>;
export type CancelStocktake = Command<'CancelStocktake', { readonly reason: string }>;

export type StocktakeCommand =
  | StartStocktake
  | CountStock
  | CountTool
  | AskForRecount
  | CloseStocktake
  | ExplainDifference
  | ApproveStocktake
  | NoteToldAfterCount
  | CancelStocktake;
