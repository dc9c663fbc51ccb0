import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Clock } from '@app/clock';
import { EventStore } from '@app/event-store';
import { Processes, type Process, type ProcessesOptions } from '@app/processes';
import { BusSender } from './bus-sender.js';

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
          inject: [DataSource, EventStore, BusSender],
          useFactory: (dataSource: DataSource, store: EventStore, sender: BusSender) =>
            new Processes(dataSource, store, processes, { sender, clock }, options),
        },
      ],
      exports: [Processes],
    };
  }
}
