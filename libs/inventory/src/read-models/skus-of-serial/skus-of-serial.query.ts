import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';

/** Of which materials there is a piece with this serial number; of many the first few. */
export class SkusOfSerialQuery extends Query<readonly string[]> {
  /** @param serial in capitals */
  constructor(readonly serial: string) {
    super();
  }
}

const SKUS = `SELECT sku FROM read_model.piece WHERE serial = $1 ORDER BY sku LIMIT 5`;

@QueryHandler(SkusOfSerialQuery)
export class SkusOfSerialHandler implements IQueryHandler<SkusOfSerialQuery> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ serial }: SkusOfSerialQuery): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ sku: string }[]>(SKUS, [serial]);
    return rows.map(({ sku }) => sku);
  }
}
