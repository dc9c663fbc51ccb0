import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { createDataSource, type DataSourceSettings } from './data-source.js';

/** The one `DataSource` of the process, for every module; it closes with the application. */
@Module({})
export class DatabaseModule {
  static register(url: string, settings: DataSourceSettings = {}): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...createDataSource(url, settings).options, retryAttempts: 3 }),
          dataSourceFactory: (): Promise<DataSource> =>
            createDataSource(url, settings).initialize(),
        }),
      ],
    };
  }
}
