import { Controller, Get, Query as Asked } from '@nestjs/common';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  AnswersPageOf,
  CalendarDate,
  decodeCursor,
  DEFAULT_LIMIT,
  minPositionOf,
  pageOf,
  PageQuery,
  type PageOf,
} from '@app/http';
import { Can } from '@app/identity';
import { AsOf } from '@app/projections';
import { readContract } from '../../permissions.js';
import { contractList } from './contract-list.projection.js';
import { ContractRow } from './contract-list.row.js';

/** Which contracts that are in force. */
export class EndingContractsParams extends PageQuery {
  /** Those whose last day is this business date or sooner. */
  @CalendarDate()
  by!: string;
}

export class EndingContractsQuery extends Query<PageOf<ContractRow>> {
  constructor(
    readonly params: EndingContractsParams,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

const ENDING = `
  SELECT contract, customer, kind, status, first_day::text AS "firstDay",
         last_day::text AS "lastDay", terminated, renewals, price,
         spares_priority AS "sparesPriority", emergency
  FROM read_model.contract
  WHERE status = 'in-force' AND last_day <= $1 AND (last_day, contract) > ($2::date, $3)
  ORDER BY last_day, contract
  LIMIT $4`;

@QueryHandler(EndingContractsQuery)
export class EndingContractsHandler implements IQueryHandler<EndingContractsQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ params, minPosition }: EndingContractsQuery): Promise<PageOf<ContractRow>> {
    const { by, after, limit = DEFAULT_LIMIT } = params;
    const beyond =
      after === undefined ? ['0001-01-01', ''] : decodeCursor(after, ['date', 'string']);
    const { position, rows } = await this.asOf.read(contractList.name, minPosition, () =>
      this.dataSource.query<ContractRow[]>(ENDING, [by, ...beyond, limit + 1]),
    );
    return pageOf(rows, limit, position, ({ lastDay, contract }) => [lastDay, contract]);
  }
}

@ApiTags('contracts')
@Controller('contracts-ending')
export class EndingContractsController {
  constructor(private readonly queries: QueryBus) {}

  /** Contracts in force that end by a business date, the first to end first: what is to be renewed (B2). */
  @Get()
  @Can(readContract)
  @AnswersPageOf(ContractRow)
  contractsEnding(@Asked() params: EndingContractsParams): Promise<PageOf<ContractRow>> {
    return this.queries.execute(new EndingContractsQuery(params, minPositionOf(params)));
  }
}
