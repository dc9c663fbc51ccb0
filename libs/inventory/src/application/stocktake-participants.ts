import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import {
  commandOf,
  Contexts,
  Executor,
  type CommandRequest,
  type Folded,
  type Participant,
} from '@app/event-store';
import type { Command } from '@app/kernel';
import { periods } from '../counting-period.aggregate.js';
import { handsAt } from '../domain/location/location.js';
import type { PeriodId } from '../domain/period/period.events.js';
import { periodStreams } from '../domain/period/period.js';
import type { Range } from '../domain/stocktake/range.js';
import type { Scope, StocktakeEvent } from '../domain/stocktake/stocktake.events.js';
import {
  standingLines,
  type OpenStocktake,
  type Stocktake,
} from '../domain/stocktake/stocktake.state.js';
import { lastBefore } from '../domain/stock/counts.js';
import { stockStreams } from '../domain/stock/stock.state.js';
import { toolStreams } from '../domain/tool/tool.state.js';
import { stocks } from '../stock.aggregate.js';
import { tools } from '../tool.aggregate.js';
import { movedSince } from './moved-since.js';
import { piecesMoved, type MovedPieces } from './pieces-moved.js';

type Cause = Omit<Command, 'type' | 'data'>;

/**
 * R16: the books of what is counted keep the moment of the count; and with the approval, and not before,
 * all that differs is adjusted in one step, and the periods of what was counted whole begin anew.
 */
@Injectable()
export class StocktakeParticipants extends Participants<Stocktake, StocktakeEvent> {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  of(
    events: readonly StocktakeEvent[],
    { state }: Folded<Stocktake>,
    request: CommandRequest,
  ): Participant[] {
    const { type: _, data: __, ...cause } = commandOf(request);
    return events.flatMap((event) => {
      if (event.type === 'StockCounted') return [this.noted(event, request, cause)];
      if (event.type !== 'StocktakeApproved' || state.status === 'none') return [];
      return [
        ...this.adjusted(state, request, cause),
        ...piecesMoved(this.executor, piecesAdjusted(state), request),
        ...this.toolsAdjusted(state, request, cause),
        ...this.completed(event.data, request, cause),
      ];
    });
  }

  private noted(
    { data, actor, occurredAt: countedAt }: Extract<StocktakeEvent, { type: 'StockCounted' }>,
    origin: CommandRequest,
    cause: Cause,
  ): Participant {
    const { sku, place, stocktake } = data;
    const counter = actor.onBehalfOf ?? actor.id;
    const note = { ...cause, type: 'NoteCount' as const };
    const count = { sku, place, stocktake, counter, countedAt };
    const then = lastBefore(countedAt);
    return this.executor.participant(stocks, stockStreams.named({ sku, place }), {
      origin,
      commands: async (books) => [
        { ...note, data: count, ...(await movedSince(count, then, books, this.contexts)) },
      ],
    });
  }

  private adjusted(state: OpenStocktake, origin: CommandRequest, cause: Cause): Participant[] {
    const { stocktake } = state;
    return standingLines(state).map(({ sku, place, counter, counted, difference, lots }) => {
      const count = { counter, counted, difference, ...(lots && { lots }) };
      const adjust = { ...cause, type: 'AdjustStock' as const };
      const commands = [{ ...adjust, data: { sku, place, stocktake, ...count } }] as const;
      return this.executor.participant(stocks, stockStreams.named({ sku, place }), {
        origin,
        commands,
      });
    });
  }

  private toolsAdjusted(state: OpenStocktake, origin: CommandRequest, cause: Cause): Participant[] {
    const { stocktake } = state;
    return state.toolDifferences.map(({ tool, what }) => {
      const countedAt = state.tools.find((each) => each.tool === tool)!.seen!.at;
      const adjust = { ...cause, type: 'AdjustTool' as const };
      const commands = [{ ...adjust, data: { stocktake, what, countedAt } }] as const;
      return this.executor.participant(tools, toolStreams.named(tool), { origin, commands });
    });
  }

  private completed(
    { scope, stocktake }: { readonly scope: Scope; readonly stocktake: string },
    origin: CommandRequest,
    cause: Cause,
  ): Participant[] {
    return countedWhole(scope).map((id) => {
      const complete = { ...cause, type: 'CompleteCount' as const };
      const commands = [{ ...complete, data: { ...id, stocktake } }] as const;
      return this.executor.participant(periods, periodStreams.named(id), { origin, commands });
    });
  }
}

/** R16: each piece that a count has missed, or found beside the books, as of the moment of the count. */
function piecesAdjusted(state: OpenStocktake): readonly MovedPieces[] {
  const { stocktake } = state;
  return standingLines(state).flatMap(({ sku, place, countedAt, missing = [], found = [] }) => {
    const of = { place, stocktake, countedAt };
    return [
      { sku, serials: missing, move: { deed: 'missing' as const, ...of } },
      { sku, serials: found, move: { deed: 'found' as const, ...of } },
    ];
  });
}

/** Of what all was counted, or all in a range, and not only some. */
function countedWhole(scope: Scope): readonly (PeriodId & Range)[] {
  const { place, class: ofClass, skus, toolClass, after, upTo } = scope;
  const range = { ...(after !== undefined && { after }), ...(upTo !== undefined && { upTo }) };
  const whole = place !== undefined && !skus && ofClass === undefined;
  return [
    ...(whole && handsAt(place) === undefined
      ? [{ kind: 'location' as const, subject: place, ...range }]
      : []),
    ...(toolClass === undefined ? [] : [{ kind: 'tools' as const, subject: toolClass, ...range }]),
  ];
}
