import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { EventStore } from '@app/event-store';
import { AsOf } from './as-of.js';
import { Projections, type ProjectionsOptions } from './projections.js';
import type { ReadModel } from './read-model.js';

/** Every question that the read side answers, and the runners that keep the answers current. */
@Module({})
export class ReadModelsModule {
  /** Needs `EventStore` and `DataSource` from global modules. */
  static register(readModels: readonly ReadModel[], options: ProjectionsOptions): DynamicModule {
    const projections = readModels.map(({ projection }) => projection);
    return {
      module: ReadModelsModule,
      imports: [CqrsModule],
      controllers: readModels.map(({ controller }) => controller),
      providers: [
        AsOf,
        ...readModels.flatMap(({ handlers }) => handlers),
        ...new Set(readModels.flatMap(({ readership }) => readership ?? [])),
        {
          provide: Projections,
          inject: [DataSource, EventStore],
          useFactory: (dataSource: DataSource, store: EventStore) =>
            new Projections(dataSource, store, projections, options),
        },
      ],
      exports: [Projections],
    };
  }
}
