import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Instant } from '@app/kernel';
import { DEFAULT_LIMIT, pageOf, type PageOf } from '@app/http';
import { Contexts } from '@app/event-store';
import { sameCustomers } from '@app/customers';
import { AsOf } from '@app/projections';
import { leaversOf, narrowToLeavers } from './board-leavers.js';
import type { BoardFilter } from './ticket-board.dto.js';
import { unmet } from './board-clocks.js';
import { boardSelection, orderKey } from './board-selection.js';
import { awaitsAppointment } from './board-visits.js';
import { ticketBoard } from './ticket-board.projection.js';
import type { BoardItem } from './ticket-board.row.js';

/** The tickets of the board that a filter names, as of `now`. */
export class TicketBoardQuery extends Query<PageOf<BoardItem>> {
  constructor(
    readonly filter: BoardFilter,
    readonly now: Instant,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(TicketBoardQuery)
export class TicketBoardHandler implements IQueryHandler<TicketBoardQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  async execute({ filter, now, minPosition }: TicketBoardQuery): Promise<PageOf<BoardItem>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const { customer } = filter;
    const customers = customer === undefined ? [] : await sameCustomers(customer, this.contexts);
    const selection = boardSelection(this.dataSource, filter, {
      now,
      words: this.asOf.words,
      customers,
    }).limit(limit + 1);
    const { position, rows } = await this.asOf.read(ticketBoard.name, minPosition, async () => {
      const { awaitsLeaver } = filter;
      if (awaitsLeaver !== undefined)
        await narrowToLeavers(selection, awaitsLeaver, this.contexts, this.dataSource);
      return selection.getMany();
    });
    const leavers = await leaversOf(rows, this.contexts);
    const items = rows.map((row) => ({
      ...row,
      overdue: unmet(row).flatMap(({ due, clock }) => (due < now ? [clock] : [])),
      awaitsAppointment: awaitsAppointment(row),
      leavers: leavers(row),
    }));
    return pageOf(items, limit, position, (last) => orderKey(last, filter.sort));
  }
}
