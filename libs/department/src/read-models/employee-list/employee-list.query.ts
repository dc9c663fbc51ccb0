import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Filter, type PageOf } from '@app/http';
import { AsOf, matching } from '@app/projections';
import type { EmployeeListParams } from './employee-list.dto.js';
import { employeeList } from './employee-list.projection.js';
import { EmployeeRow } from './employee-list.row.js';

export type EmployeesFilter = Filter<EmployeeListParams>;

/** Employees, in the order of their ids. */
export class EmployeeListQuery extends Query<PageOf<EmployeeRow>> {
  constructor(
    readonly filter: EmployeesFilter,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(EmployeeListQuery)
export class EmployeeListHandler implements IQueryHandler<EmployeeListQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ filter, minPosition }: EmployeeListQuery): Promise<PageOf<EmployeeRow>> {
    const { status, department, supervisor, q, after, limit = DEFAULT_LIMIT } = filter;
    const selection = this.dataSource.getRepository(EmployeeRow).createQueryBuilder('e');
    if (status) selection.andWhere('e.status = ANY(:status)', { status });
    if (department) selection.andWhere('e.department = ANY(:department)', { department });
    if (supervisor !== undefined) selection.andWhere('e.supervisor = :supervisor', { supervisor });
    if (q !== undefined) matching(selection, q);
    if (after !== undefined) {
      const [employee] = decodeCursor(after, ['string']);
      selection.andWhere('e.employee > :employee', { employee });
    }
    selection.orderBy('e.employee').limit(limit + 1);
    const { position, rows } = await this.asOf.read(employeeList.name, minPosition, () =>
      selection.getMany(),
    );
    return pageOf(rows, limit, position, ({ employee }) => [employee]);
  }
}
