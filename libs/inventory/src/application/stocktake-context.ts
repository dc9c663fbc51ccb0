import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Contexts, EventStore, type DecisionContext, type RequestFor } from '@app/event-store';
import { materialStreams, unknownMaterial } from '../domain/material/material.js';
import { unknownTool } from '../domain/tool/tool.errors.js';
import { toolStreams, type KeptTool } from '../domain/tool/tool.state.js';
import { MOST_LINES } from '../domain/stocktake/starting.js';
import type {
  CountStock,
  CountTool,
  KnownBooks,
  KnownLine,
  KnownSheet,
  StartStocktake,
  StocktakeCommand,
} from '../domain/stocktake/stocktake.commands.js';
import type { CountedLine, OpenStocktake, Stocktake } from '../domain/stocktake/stocktake.state.js';
import { lastBefore } from '../domain/stock/counts.js';
import { stockStreams } from '../domain/stock/stock.state.js';
import { CountSheetQuery } from '../read-models/count-sheet/count-sheet.query.js';
import { ExpectedPiecesQuery } from '../read-models/expected-pieces/expected-pieces.query.js';
import { isThere, knownFromPaper } from './known-material.js';

/** Streams that are read at a time. */
const AT_ONCE = 20;

/** Finds out what the books have where something is counted. */
@Injectable()
export class StocktakeContext implements DecisionContext<StocktakeCommand, Stocktake> {
  constructor(
    private readonly contexts: Contexts,
    private readonly queries: QueryBus,
    private readonly store: EventStore,
  ) {}

  /** @throws NotFound `unknown-location`, `unknown-employee`, `unknown-material`, `unknown-tool` */
  async startStocktake({ data, occurredAt: at }: RequestFor<StartStocktake>): Promise<KnownSheet> {
    const { place, class: ofClass, skus, toolClass, tools, after, upTo } = data;
    if (place !== undefined) await isThere({ place, at }, '/place', this.contexts);
    const asked = {
      ...(!skus && place !== undefined && { place }),
      ...(!skus && ofClass !== undefined && { class: ofClass }),
      ...(toolClass !== undefined && { toolClass }),
      ...(after !== undefined && { after }),
      ...(upTo !== undefined && { upTo }),
    };
    const head = await this.store.head();
    const sheet = await this.queries.execute(new CountSheetQuery(asked, head, MOST_LINES + 1));
    return {
      lines: [...sheet.lines, ...(await this.listed(skus, place))],
      tools: [...sheet.tools, ...(await this.kept(tools ?? [])).map(({ tool }) => tool)],
    };
  }

  async countStock(
    { data, occurredAt }: RequestFor<CountStock>,
    stocktake: Stocktake,
  ): Promise<CountStock['known']> {
    const scope = stocktake.status === 'none' ? {} : stocktake.scope;
    const place = data.place ?? scope.place;
    const material = await this.contexts.read(materialStreams, data.sku);
    if (material.status === 'none') throw unknownMaterial('/sku');
    const { decimals, unit, tracked, class: ofClass } = material;
    if (place !== undefined)
      await knownFromPaper({ occurredAt, data: { sku: data.sku, place } }, this.contexts);
    return { decimals, unit, class: ofClass, ...(tracked && { tracked }) };
  }

  async countTool({ data }: RequestFor<CountTool>): Promise<CountTool['known']> {
    const [tool] = await this.kept([data.tool], '/tool');
    return tool!;
  }

  closeStocktake(_: unknown, stocktake: Stocktake): Promise<KnownBooks> {
    return this.books(stocktake);
  }

  approveStocktake(_: unknown, stocktake: Stocktake): Promise<KnownBooks> {
    return this.books(stocktake);
  }

  /** What the books say of all that was counted. */
  private async books(stocktake: Stocktake): Promise<KnownBooks> {
    if (stocktake.status === 'none') return { lines: [], tools: [] };
    const ids = stocktake.tools.map(({ tool }) => tool);
    const expected = await this.expected(stocktake);
    return {
      lines: await inTurns(stocktake.lines, async (line) => ({
        ...(await this.line(line, stocktake.stocktake)),
        ...expected.get(line),
      })),
      tools: await this.kept(ids),
    };
  }

  /** Which pieces should have been there at the moment of each count of what is kept by serial number. */
  private async expected({
    lines,
  }: OpenStocktake): Promise<ReadonlyMap<CountedLine, Pick<KnownLine, 'expected'>>> {
    const counted = lines.flatMap((line) =>
      line.counts
        .filter(({ serials }) => serials)
        .map(({ counter, at }) => ({ line, counter, at: lastBefore(at) })),
    );
    if (counted.length === 0) return new Map();
    const asked = counted.map(({ line: { sku, place }, at }) => ({ sku, place, at }));
    const query = new ExpectedPiecesQuery(asked, await this.store.head());
    const pieces = await this.queries.execute(query);
    const each = counted.map(({ line, counter }, n) => ({ line, counter, serials: pieces[n]! }));
    return new Map(
      lines.map((line) => {
        const expected = each.filter((count) => count.line === line);
        return [line, expected.length > 0 ? { expected } : {}];
      }),
    );
  }

  private async line({ sku, place }: CountedLine, stocktake: string): Promise<KnownLine> {
    const books = await this.contexts.read(stockStreams, { sku, place });
    const counts = (books?.counts ?? []).filter((count) => count.stocktake === stocktake);
    return { sku, place, counts, books };
  }

  /** What is on the list, whether the books have any of it or not. */
  private listed(
    skus: readonly string[] = [],
    place: string | undefined,
  ): Promise<readonly KnownSheet['lines'][number][]> {
    if (place === undefined) return Promise.resolve([]);
    return inTurns(skus, async (sku) => {
      const material = await this.contexts.read(materialStreams, sku);
      if (material.status === 'none') throw unknownMaterial('/skus');
      const books = await this.contexts.read(stockStreams, { sku, place });
      return { sku, place, value: books?.value ?? '0.00' };
    });
  }

  /** @throws NotFound `unknown-tool` */
  private kept(ids: readonly string[], pointer = '/tools'): Promise<readonly KeptTool[]> {
    return inTurns(ids, async (id) => {
      const tool = await this.contexts.read(toolStreams, id);
      if (tool.status === 'none') throw unknownTool(pointer);
      return tool;
    });
  }
}

/** Some at a time, in their order. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const found: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    found.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(find))));
  return found;
}
