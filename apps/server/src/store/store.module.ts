import { Global, Module, type DynamicModule } from '@nestjs/common';
import { EventStore, Executor } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/postgres/postgres-event-store.js';
import type { PostgresOptions } from '@app/event-store/postgres/options.js';

/** The log, and what carries commands out on it, for every module. */
@Global()
@Module({})
export class StoreModule {
  static register(options: PostgresOptions): DynamicModule {
    return {
      module: StoreModule,
      providers: [
        { provide: PostgresEventStore, useFactory: () => PostgresEventStore.open(options) },
        { provide: EventStore, useExisting: PostgresEventStore },
        {
          provide: Executor,
          inject: [EventStore],
          useFactory: (store: EventStore) => new Executor(store),
        },
      ],
      exports: [PostgresEventStore, EventStore, Executor],
    };
  }
}
