import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Filter, type PageOf } from '@app/http';
import { AsOf, matching } from '@app/projections';
import type { CustomerListParams } from './customer-list.dto.js';
import { customerList } from './customer-list.projection.js';
import { CustomerRow } from './customer-list.row.js';

export type CustomersFilter = Filter<CustomerListParams>;

/** Customers on file, in the order of their ids. */
export class CustomerListQuery extends Query<PageOf<CustomerRow>> {
  constructor(
    readonly filter: CustomersFilter,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(CustomerListQuery)
export class CustomerListHandler implements IQueryHandler<CustomerListQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ filter, minPosition }: CustomerListQuery): Promise<PageOf<CustomerRow>> {
    const { q, after, limit = DEFAULT_LIMIT } = filter;
    const selection = this.dataSource.getRepository(CustomerRow).createQueryBuilder('c');
    if (q !== undefined) matching(selection, q);
    if (after !== undefined) {
      const [customer] = decodeCursor(after, ['string']);
      selection.andWhere('c.customer > :customer', { customer });
    }
    selection.orderBy('c.customer').limit(limit + 1);
    const { position, rows } = await this.asOf.read(customerList.name, minPosition, () =>
      selection.getMany(),
    );
    return pageOf(rows, limit, position, ({ customer }) => [customer]);
  }
}
