import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type PageOf } from '@app/http';
import { AsOf } from '../as-of.js';
import { matching } from '../search/matching.js';
import { CustomerEntity } from './customer-list.entity.js';
import { customerList } from './customer-list.projection.js';
import type { CustomerRow } from './customer-list.row.js';

export interface CustomersFilter {
  readonly q?: string;
  /** Cursor of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

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
    const selection = this.dataSource.getRepository(CustomerEntity).createQueryBuilder('c');
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
