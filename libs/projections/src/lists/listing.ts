import type { Type } from '@nestjs/common';
import type { Query } from '@nestjs/cqrs';
import type { MigrationInterface } from 'typeorm';
import type { Contexts } from '@app/event-store';
import type { Filter, PageOf, PageQuery } from '@app/http';
import type { Permission } from '@app/identity';
import type { Reader, Readership } from '@app/identity';

/** The values of a column that a parameter can name; none of one that holds several at once. */
type Named<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends boolean
      ? boolean
      : never;

/** Each parameter is a column's: rows with that value are shown, or with one of several. */
type Answered<Row> = {
  readonly [Name in keyof Row]?: Named<Row[Name]> | readonly Named<Row[Name]>[];
};

/** Parameters that a list of these rows can answer to: a page's, words to search for, and columns. */
export type ListParams<Row> = PageQuery & { readonly q?: string } & Answered<Row>;

/** `never` where a parameter has no column: what it asks for would be passed over. */
type AllAnswered<Row, Params> = [Exclude<keyof Params, keyof ListParams<Row>>] extends [never]
  ? unknown
  : never;

/** How the rows of a projection are listed. */
export interface Listing<Row extends object, Params extends PageQuery> {
  /** The route: `customers`. */
  readonly path: string;
  /** Name of the operation in the description of the API: `listCustomers`. */
  readonly operation: string;
  /** In the description of the API: `Customers on file by words, in the order of their ids.` */
  readonly summary: string;
  /** Who may ask it. */
  readonly to: Permission;
  /**
   * What may be asked for. Each parameter is a column's, and all hold at once; `q` finds words in
   * the projection's `derived` column `search`.
   */
  readonly params: Type<Params> & AllAnswered<Row, Params>;
  /** What is asked for where a parameter is absent. Default: everything. */
  readonly unlessAsked?: Filter<Partial<Params>>;
  /**
   * The latest rows first, by a column that no two rows share: the position of the event with which
   * a row began. Default: in the order of the key.
   */
  readonly latest?: keyof Row & string;
  /** Of whom the rows are, where not everybody who may ask is shown all; default: they are. */
  readonly of?: { readonly column: keyof Row & string; readonly readership: Type<Readership> };
  /**
   * The stream that a row tells of: rows of streams that the reader may not read are left out of a page, which
   * may then have fewer rows than asked for. Default: none is left out.
   */
  readonly streamOf?: (row: Row) => string;
  /** A column that names one of several ids of the same; whoever asks for one is shown the rows of all. Default: none. */
  readonly same?: Same<keyof Row & string>;
  /** What makes its tables, and whatever changed them since, oldest first. */
  readonly migrations: readonly Type<MigrationInterface>[];
}

/** Which ids of a column are of the same, by what is recorded now. */
export interface Same<Column extends string> {
  readonly column: Column;
  readonly idsOf: (id: string, contexts: Contexts) => Promise<readonly string[]>;
}

interface Asked<Params extends PageQuery> {
  readonly filter: Filter<Params>;
  readonly minPosition: bigint;
  /** Default: the program itself, which is shown all. */
  readonly reader?: Reader | undefined;
}

/** The question for a page of a list, by what its parameters ask for. */
export type ListQuestion<Row, Params extends PageQuery> = new (
  filter: Filter<Params>,
  minPosition: bigint,
  reader?: Reader,
) => Query<PageOf<Row>> & Asked<Params>;
