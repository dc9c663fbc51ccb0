import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditModule } from '@app/audit';
import { CustomersModule } from '@app/customers/customers.module.js';
import { DepartmentModule } from '@app/department/department.module.js';
import { FilesModule } from '@app/files/files.module.js';
import { HttpModule } from '@app/http';
import { IdentityModule } from '@app/identity';
import { ReadModelsModule } from '@app/read-models/read-models.module.js';
import { RegistersModule } from '@app/registers/registers.module.js';
import { TicketsModule } from '@app/tickets/tickets.module.js';
import { AdaptersModule } from './adapters/adapters.module.js';
import { DatabaseModule } from './database/database.module.js';
import { leaseOwner } from './lease-owner.js';
import { OperationModule } from './operation.module.js';
import { PolicyController } from './policy/policy.controller.js';
import { dataDirOf, type ServerOptions } from './server-options.js';
import { StoreModule } from './store/store.module.js';
import { streamKinds } from './streams.js';

/** The server: a table of contents. */
@Module({})
export class AppModule {
  static with(options: ServerOptions): DynamicModule {
    const { databaseUrl, operatorPassword, tokenSecret, projections = 'here' } = options;
    const run = projections === 'here';
    const readModels = ReadModelsModule.register({ owner: leaseOwner(), run });
    return {
      module: AppModule,
      controllers: [PolicyController],
      imports: [
        // What everything stands on
        DatabaseModule.register(databaseUrl),
        StoreModule.register(options),
        CqrsModule.forRoot(),
        IdentityModule.forRoot({
          dataDir: dataDirOf(options),
          ...(operatorPassword !== undefined && { operatorPassword }),
          ...(tokenSecret && { tokenSecret }),
        }),
        HttpModule,
        OperationModule.watching(readModels),

        // What people do
        TicketsModule,
        CustomersModule,
        DepartmentModule,
        RegistersModule,
        FilesModule,
        AdaptersModule,

        // What people ask
        readModels,
        AuditModule.with(streamKinds),
      ],
    };
  }
}
