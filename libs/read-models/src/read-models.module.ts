import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { EventStore } from '@app/event-store';
import { AsOf, Projections, type ProjectionsOptions } from '@app/projections';
import { projections, readModels } from './read-models.js';

/** Every question that the read side answers, and the runners that keep the answers current. */
@Module({
  imports: [CqrsModule],
  controllers: readModels.map(({ controller }) => controller),
  providers: [AsOf, ...readModels.flatMap(({ handlers }) => handlers)],
  exports: [Projections],
})
export class ReadModelsModule {
  /** Needs `EventStore` and `DataSource` from global modules. */
  static register(options: ProjectionsOptions): DynamicModule {
    return {
      module: ReadModelsModule,
      providers: [
        {
          provide: Projections,
          inject: [DataSource, EventStore],
          useFactory: (dataSource: DataSource, store: EventStore) =>
            new Projections(dataSource, store, projections, options),
        },
      ],
    };
  }
}
