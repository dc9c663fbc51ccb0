import { afterAll, beforeAll } from '@jest/globals';
import { durableDatabase, type DurableDatabase } from './durable-database.js';
import { Service } from './service.js';

/** The built server on a durable database, both of the test file's own; there while its tests run. */
export function ownService(): {
  readonly database: DurableDatabase;
  readonly databaseUrl: string;
  readonly service: Service;
} {
  let database: DurableDatabase | undefined;
  let service: Service | undefined;
  beforeAll(async () => {
    database = await durableDatabase();
    service = await Service.start(database.url);
  }, 120_000);
  afterAll(async () => {
    await service?.end('SIGTERM');
    await database?.stop();
  }, 60_000);
  return {
    get database() {
      return database!;
    },
    get databaseUrl() {
      return database!.url;
    },
    get service() {
      return service!;
    },
  };
}
