import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections behind a data source that has been initialised; TypeORM keeps them in its driver, undeclared. */
export function poolOf(dataSource: DataSource): Pool {
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  return master;
}
