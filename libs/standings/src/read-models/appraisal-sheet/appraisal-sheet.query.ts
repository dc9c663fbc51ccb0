import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Contexts } from '@app/event-store';
import { csvOfPages, decodeCursor, DEFAULT_LIMIT, MAX_LIMIT, pageOf, type PageOf } from '@app/http';
import { Forbidden } from '@app/kernel';
import type { Reader } from '@app/identity';
import { AsOf } from '@app/projections';
import { sheetInWords } from '../../account/sheet-in-words.js';
import type { AppraisalEntryRow } from './appraisal-sheet.row.js';
import type { SheetAnswer, SheetEntryBody, SheetNumbers } from './appraisal-sheet.dto.js';
import { appraisalSheet } from './appraisal-sheet.projection.js';
import type { Sheet } from './sheet.js';
import { sheetColumns } from './sheet-columns.js';
import {
  employeesWithSheets,
  mayReadSheetOf,
  sheetsOf,
  type AskedMonth,
  type From,
} from './sheets.js';

/** The sheet of one employee, opened. */
export class SheetQuery extends Query<SheetAnswer> {
  constructor(
    readonly employee: string,
    readonly asked: AskedMonth,
    readonly reader: Reader,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(SheetQuery)
export class SheetHandler implements IQueryHandler<SheetQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /** @throws Forbidden `sheet-of-another` */
  async execute({ employee, asked, reader, minPosition }: SheetQuery): Promise<SheetAnswer> {
    if (!(await mayReadSheetOf(reader, employee, this.contexts))) throw ofAnother();
    const { position, rows } = await this.asOf.read(appraisalSheet.name, minPosition, () =>
      sheetsOf(this.dataSource, [employee], asked),
    );
    const [sheet] = rows;
    const { entries, takenOff } = sheet!;
    return {
      ...numbersOf(sheet!),
      entries: entries.map(entryBody),
      takenOff: takenOff.map(({ entry, by }) => ({ entry: entryBody(entry), by: entryBody(by) })),
      says: [...sheetInWords(sheet!)],
      position: position.toString(),
    };
  }
}

/** The sheets of a month, of those whom one may read. */
export class SheetsQuery extends Query<PageOf<SheetNumbers>> {
  constructor(
    readonly asked: AskedMonth & { readonly after?: string; readonly limit?: number },
    readonly reader: Reader,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(SheetsQuery)
export class SheetsHandler implements IQueryHandler<SheetsQuery> {
  private readonly from: From;

  constructor(
    private readonly asOf: AsOf,
    dataSource: DataSource,
    contexts: Contexts,
  ) {
    this.from = { dataSource, contexts };
  }

  async execute({ asked, reader, minPosition }: SheetsQuery): Promise<PageOf<SheetNumbers>> {
    const { limit = DEFAULT_LIMIT } = asked;
    const [after] = asked.after === undefined ? [''] : decodeCursor(asked.after, ['string']);
    const page = { after: String(after), count: limit + 1 };
    const { position, rows } = await this.asOf.read(appraisalSheet.name, minPosition, async () => {
      const employees = await employeesWithSheets(this.from, reader, asked, page);
      return sheetsOf(this.from.dataSource, employees, asked);
    });
    return pageOf(rows.map(numbersOf), limit, position, ({ employee }) => [employee]);
  }
}

/** The same as a table for spreadsheets, bit by bit. */
export class SheetTableQuery extends Query<AsyncGenerator<string>> {
  constructor(
    readonly asked: AskedMonth,
    readonly reader: Reader,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(SheetTableQuery)
export class SheetTableHandler implements IQueryHandler<SheetTableQuery> {
  private readonly from: From;

  constructor(
    private readonly asOf: AsOf,
    dataSource: DataSource,
    contexts: Contexts,
  ) {
    this.from = { dataSource, contexts };
  }

  async execute(query: SheetTableQuery): Promise<AsyncGenerator<string>> {
    await this.asOf.read(appraisalSheet.name, query.minPosition, () => Promise.resolve());
    return csvOfPages(sheetColumns, this.pages(query));
  }

  private async *pages({ asked, reader }: SheetTableQuery): AsyncGenerator<readonly Sheet[]> {
    for (let after = ''; ;) {
      const page = { after, count: MAX_LIMIT };
      const employees = await employeesWithSheets(this.from, reader, asked, page);
      yield await sheetsOf(this.from.dataSource, employees, asked);
      if (employees.length < MAX_LIMIT) return;
      after = employees.at(-1)!;
    }
  }
}

function numbersOf({ entries: _entries, takenOff: _takenOff, ...numbers }: Sheet): SheetNumbers {
  return numbers;
}

function entryBody(row: AppraisalEntryRow): SheetEntryBody {
  const { kind, what, article, amount, happenedAt, recordedAt, stream, version, type } = row;
  return { kind, what, article, amount, happenedAt, recordedAt, stream, version, type };
}

function ofAnother(): Forbidden {
  return new Forbidden('sheet-of-another', {
    zh: '只能查看本人及所带部属的考核表',
    en: 'only one’s own sheet can be read, and those of whom one leads',
  });
}
