import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clockSchema } from '@app/clock';
import { eventStoreSchema } from '@app/event-store/src/postgres/schema.js';
import { appendBatch } from '@app/event-store/src/postgres/schema/append-batch.js';
import { appendKnown } from '@app/event-store/src/postgres/schema/append-known.js';
import { streamNames } from '@app/event-store/src/postgres/schema/stream-names.js';
import { filesMigrations } from '@app/files/src/files.migrations.js';
import { identityMigrations } from '@app/identity';
import { AwaitedYears1764540000000, Processes1764400000000 } from '@app/processes';
import { LogOfProjections1764200000000, Projections1763900000000 } from '@app/projections';
import {
  ErasedPeople1769030300000,
  NamedFiles1769040100000,
  PersonKeys1769000500000,
} from '@app/privacy';
import { readModelMigrations } from '../declared.js';
import { Mail1764480000000 } from '../mail/1764480000000-mail.js';
import { MailFaults1764600100000 } from '../mail/1764600100000-mail-faults.js';

/** The log: its schema is the event store's own, and running it again changes nothing. */
class EventStore1763800000000 implements MigrationInterface {
  readonly name = 'EventStore1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of eventStoreSchema) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the log is never dropped'));
  }
}

/** For a log that was made before streams were found by their names in any case. */
class StreamNames1763900800000 implements MigrationInterface {
  readonly name = 'StreamNames1763900800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(streamNames);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_store.events_stream_folded');
  }
}

/** For a log that was made before several processes could append what they had judged themselves. */
class AppendKnown1763900900000 implements MigrationInterface {
  readonly name = 'AppendKnown1763900900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(appendKnown);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION event_store.append_known');
  }
}

/** For a log that was made before its clock could be set. */
class ServiceClock1764300000000 implements MigrationInterface {
  readonly name = 'ServiceClock1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...clockSchema, appendBatch, appendKnown])
      await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what the log is recorded by is never dropped'));
  }
}

/** Everything that the database holds, oldest first: a table of contents. */
export const migrations = [
  EventStore1763800000000,
  ...identityMigrations,
  Projections1763900000000,
  ...readModelMigrations,
  ...filesMigrations,
  StreamNames1763900800000,
  AppendKnown1763900900000,
  LogOfProjections1764200000000,
  ServiceClock1764300000000,
  Processes1764400000000,
  Mail1764480000000,
  AwaitedYears1764540000000,
  MailFaults1764600100000,
  PersonKeys1769000500000,
  ErasedPeople1769030300000,
  NamedFiles1769040100000,
];
