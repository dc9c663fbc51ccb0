import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Clock } from '@app/clock';
import { Contexts, EventStore } from '@app/event-store';
import { Processes, type Process, type ProcessesOptions } from '@app/processes';
import { BusSender } from './bus-sender.js';
import { publishedYears } from './published-years.js';

/** What follows by itself; started and stopped with the server. */
@Module({})
export class ProcessesModule {
  static register(
    processes: readonly Process[],
    clock: Clock,
    options: ProcessesOptions,
  ): DynamicModule {
    return {
      module: ProcessesModule,
      imports: [CqrsModule],
      providers: [
        BusSender,
        {
          provide: Processes,
          inject: [DataSource, EventStore, BusSender, Contexts],
          useFactory: (
            dataSource: DataSource,
            store: EventStore,
            sender: BusSender,
            contexts: Contexts,
          ) => {
            const reacting = { sender, clock, published: publishedYears(contexts) };
            return new Processes(dataSource, store, processes, reacting, options);
          },
        },
      ],
      exports: [Processes, BusSender],
    };
  }
}
