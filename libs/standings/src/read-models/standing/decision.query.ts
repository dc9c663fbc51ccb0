import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { employeeStreams } from '@app/department';
import { Contexts } from '@app/event-store';
import { NotFound, type Bilingual } from '@app/kernel';
import { AsOf } from '@app/projections';
import { decisionDocument } from '../../account/decision-document.js';
import { keyOf } from '../of-standing.js';
import { standing } from './standing.projection.js';
import { unpacked } from './packed.js';
import { StandingRow } from './standing.row.js';

/** The decision of a case, as it is handed over. */
export class DecisionQuery extends Query<Bilingual> {
  constructor(
    readonly employee: string,
    readonly year: string,
    readonly number: number,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(DecisionQuery)
export class DecisionHandler implements IQueryHandler<DecisionQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /** @throws NotFound `no-decision` where nothing was decided in such a case */
  async execute({ employee, year, number, minPosition }: DecisionQuery): Promise<Bilingual> {
    const id = keyOf(employee, year);
    const { rows: row } = await this.asOf.read(standing.name, minPosition, () =>
      this.dataSource.getRepository(StandingRow).findOneBy({ id }),
    );
    const file = row && unpacked(row.standing).cases.find((each) => each.case === number);
    const person = await this.contexts.read(employeeStreams, employee);
    const name = person.status === 'none' ? employee : person.name;
    const document = file && decisionDocument(file, { employee, name, year });
    if (document) return document;
    throw new NotFound('no-decision', {
      zh: `${employee} 在 ${year} 年度第 ${number} 案没有决定`,
      en: `nothing was decided in case ${number} of ${year} of ${employee}`,
    });
  }
}
