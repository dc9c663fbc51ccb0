import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { csvOfPages, type CsvColumn } from '@app/http';
import { Contexts } from '@app/event-store';
import { AsOf } from '@app/projections';
import { readableTo, type Reader } from '../../application/whose.js';
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
    private readonly contexts: Contexts,
  ) {}

  /** Waits for the position asked for; then page after page is read as it is sent. */
  async execute({ of, year, minPosition, reader }: TableQuery): Promise<AsyncGenerator<string>> {
    const { projection, row, columns } = TABLES[of];
    await this.asOf.read(projection, minPosition, () => Promise.resolve());
    const pages = pagesOf(this.dataSource, row, { year } as never);
    return csvOfPages(columns, of === 'standings' ? this.readable(pages, reader) : pages);
  }

  /** Of each page those whose standing may be read. */
  private async *readable<Row>(
    pages: AsyncGenerator<readonly Row[]>,
    reader: Reader,
  ): AsyncGenerator<readonly Row[]> {
    for await (const page of pages) {
      const employees = page.map((row) => (row as { readonly employee: string }).employee);
      const readable = new Set(await readableTo(reader, employees, this.contexts));
      yield page.filter((_, index) => readable.has(employees[index]!));
    }
  }
}
