import { Inject, Optional, type Type } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Contexts } from '@app/event-store';
import { DEFAULT_LIMIT, pageOf, type Filter, type PageOf, type PageQuery } from '@app/http';
import { AsOf } from '../as-of.js';
import { matching } from '../search/matching.js';
import type { Projection } from '../projection.js';
import type { RowClass } from '../row.js';
import type { Listing, ListQuestion, Same } from './listing.js';
import { orderOf, selectionOf } from './list-selection.js';
import { StreamReadership, type Reader, type Readership } from '@app/identity';

/** Stands for the readership of a list that all who may ask read; nothing is ever provided under it. */
const NOBODY = Symbol('nobody');

export function questionOf<Row, Params extends PageQuery>(name: string): ListQuestion<Row, Params> {
  class Ask extends Query<PageOf<Row>> {
    constructor(
      readonly filter: Filter<Params>,
      readonly minPosition: bigint,
      readonly reader?: Reader,
    ) {
      super();
    }
  }
  return Object.defineProperty(Ask, 'name', { value: `Ask ${name}` });
}

type Asking<Row extends object, Params extends PageQuery> = Pick<
  Listing<Row, Params>,
  'latest' | 'unlessAsked' | 'of' | 'same' | 'streamOf'
>;

/** The handler of a list's question: a page of rows, as of the position that is waited for. */
export function listHandler<Row extends object, Params extends PageQuery>(
  { name, row }: Projection & { readonly row: RowClass<Row> },
  { latest, unlessAsked, of, same, streamOf }: Asking<Row, Params>,
  Ask: ListQuestion<Row, Params>,
): Type<IQueryHandler> {
  const order = orderOf(row, latest);

  @QueryHandler(Ask)
  class ListHandler implements IQueryHandler<InstanceType<typeof Ask>> {
    constructor(
      @Inject(AsOf) private readonly asOf: AsOf,
      @Inject(DataSource) private readonly dataSource: DataSource,
      @Inject(Contexts) private readonly contexts: Contexts,
      @Optional() @Inject(of?.readership ?? NOBODY) private readonly readership?: Readership,
      @Optional()
      @Inject(streamOf ? StreamReadership : NOBODY)
      private readonly streams?: StreamReadership,
    ) {}

    async execute({ filter, minPosition, reader }: InstanceType<typeof Ask>): Promise<PageOf<Row>> {
      const { limit = DEFAULT_LIMIT } = filter;
      const selection = selectionOf(this.dataSource, row, order, [
        ...(same ? [await widened(filter, same, this.contexts)] : []),
        filter,
        ...(unlessAsked ? [unlessAsked] : []),
      ]);
      const { q } = filter as { readonly q?: string };
      if (q !== undefined) matching(selection, q, this.asOf.words);
      const readableOf = reader && (await this.readership?.readableTo(reader));
      if (of && readableOf)
        selection.andWhere(`r.${of.column} = ANY(:readable)`, { readable: readableOf });
      selection.limit(limit + 1);
      const { position, rows } = await this.asOf.read(name, minPosition, () => selection.getMany());
      return this.readableIn(pageOf(rows, limit, position, order.keyOf), reader);
    }

    /** A page without what stands in streams that its reader may not read. */
    private async readableIn(page: PageOf<Row>, reader?: Reader): Promise<PageOf<Row>> {
      if (!streamOf || !reader) return page;
      const readable = await this.streams!.among(page.items.map(streamOf), reader);
      return { ...page, items: page.items.filter((shown) => readable.has(streamOf(shown))) };
    }
  }
  return ListHandler;
}

/** In the place of an id those of the same; nothing where none was asked for. */
async function widened(
  filter: object,
  { column, idsOf }: Same<string>,
  contexts: Contexts,
): Promise<object> {
  const asked = (filter as Readonly<Record<string, unknown>>)[column];
  return typeof asked === 'string' ? { [column]: await idsOf(asked, contexts) } : {};
}
