import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, In } from 'typeorm';
import { csvOfPages, type CsvColumn } from '@app/http';
import type { Reader } from '@app/identity';
import { AsOf } from '@app/projections';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { caseBoard, CaseRow } from '../case-board/case-board.read-model.js';
import { incomeShares, IncomeShareRow } from '../income-shares/income-shares.read-model.js';
import { standing } from '../standing/standing.projection.js';
import { StandingRow } from '../standing/standing.row.js';
import { pagesOf } from './pages.js';
import { caseColumns, shareColumns, standingColumns } from './tables.js';

interface Table<Row> {
  readonly projection: string;
  readonly row: new () => Row;
  readonly columns: readonly CsvColumn<Row>[];
}

function table<Row>(each: Table<Row>): Table<{ readonly id: string }> {
  return each as unknown as Table<{ readonly id: string }>;
}

const TABLES = {
  standings: table({ projection: standing.name, row: StandingRow, columns: standingColumns }),
  cases: table({ projection: caseBoard.name, row: CaseRow, columns: caseColumns }),
  shares: table({ projection: incomeShares.name, row: IncomeShareRow, columns: shareColumns }),
} as const;

/** A year as a table for spreadsheets, bit by bit. */
export class TableQuery extends Query<AsyncGenerator<string>> {
  constructor(
    readonly of: keyof typeof TABLES,
    readonly year: string,
    readonly minPosition: bigint,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(TableQuery)
export class TableHandler implements IQueryHandler<TableQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly readership: OwnAndBelow,
  ) {}

  /** Waits for the position asked for; then page after page is read as it is sent. */
  async execute({ of, year, minPosition, reader }: TableQuery): Promise<AsyncGenerator<string>> {
    const { projection, row, columns } = TABLES[of];
    await this.asOf.read(projection, minPosition, () => Promise.resolve());
    const readable = await this.readership.readableTo(reader);
    const whose = readable && { employee: In([...readable]) };
    return csvOfPages(columns, pagesOf(this.dataSource, row, { year, ...whose } as never));
  }
}
