import { DataSource, type MigrationInterface } from 'typeorm';
import { Client } from '@app/postgres';
import type { Filter, PageOf, PageQuery } from '@app/http';
import type { DomainEvent } from '@app/kernel';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { testDatabase } from '../../../../test/support/database.js';
import { AsOf } from '../as-of.js';
import type { List } from '../lists/list-of.js';
import { tablesOf } from '../projection.js';
import { Projections } from '../projections.js';
import type { ReadModel } from '../read-model.js';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';

/** Read models on a database of their own: what the server runs, without the server. */
export class ReadSide {
  readonly asOf: AsOf;

  private constructor(
    readonly store: PostgresEventStore,
    readonly dataSource: DataSource,
    readonly projections: Projections,
    private readonly drop: () => Promise<void>,
  ) {
    this.asOf = new AsOf(projections);
  }

  static async start(...readModels: readonly ReadModel[]): Promise<ReadSide> {
    const database = await testDatabase();
    const { url } = database;
    const projections = readModels.map(({ projection }) => projection);
    const entities = projections.flatMap(tablesOf).map(({ row }) => row);
    const dataSource = await new DataSource({
      type: 'postgres',
      url,
      extra: { Client },
      entities,
      migrations: readModels.flatMap((each) => each.migrations as (new () => MigrationInterface)[]),
      migrationsTableName: 'migration',
    }).initialize();
    // Those of read models that the tests alone declare: all others have been run already.
    await dataSource.runMigrations();
    const store = await PostgresEventStore.open({ connectionString: url, allowUnsafe: true });
    const runners = new Projections(dataSource, store, projections, { owner: 'test' });
    runners.start();
    return new ReadSide(store, dataSource, runners, () => database.drop());
  }

  /** Appends what happened to a ticket, and answers with the position to wait for. */
  happened(ticket: string, ...events: readonly DomainEvent[]): Promise<bigint> {
    return this.happenedIn(`ticket-${ticket}`, ...events);
  }

  /** The same of any stream. */
  async happenedIn(stream: string, ...events: readonly DomainEvent[]): Promise<bigint> {
    const appended = await this.store.append([
      { stream, expected: 'any', events: events.map((event) => enveloped(event)) },
    ]);
    return appended.position;
  }

  /** A page of a list, with all that has happened. */
  async page<Row, Params extends PageQuery>(
    { Ask, handlers: [Handler] }: List<Row, Params>,
    filter: Filter<Params>,
  ): Promise<PageOf<Row>> {
    const asked = new Ask(filter, await this.store.head());
    return new Handler!(this.asOf, this.dataSource).execute(asked) as Promise<PageOf<Row>>;
  }

  async stop(): Promise<void> {
    await this.projections.stop();
    await this.store.close();
    await this.dataSource.destroy();
    await this.drop();
  }
}
