import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditModule } from '@app/audit';
import { DatabaseClock } from '@app/clock';
import { FilesModule } from '@app/files/src/files.module.js';
import { HttpModule } from '@app/http';
import { IdentityModule } from '@app/identity';
import { ReadModelsModule } from '@app/projections/src/read-models.module.js';
import { AdaptersModule } from './adapters/adapters.module.js';
import { ClockModule } from './clock/clock.module.js';
import { CustomerPageController } from './customer-page/customer-page.controller.js';
import { FilesAndCovers } from './customer-page/files-and-covers.js';
import { DatabaseModule } from './database/database.module.js';
import { contexts, processes, readModels, streamKinds } from './declared.js';
import { leaseOwner } from './lease-owner.js';
import { MailModule } from './mail/mail.module.js';
import { OperationModule } from './operation.module.js';
import { PolicyController } from './policy/policy.controller.js';
import { dataDirOf, type ReadyOptions } from './server-options.js';
import { ProcessesModule } from './processes/processes.module.js';
import { StoreModule } from './store/store.module.js';

/** The server: a table of contents. */
@Module({})
export class AppModule {
  /** @param clock of the process; default: one that nobody has opened, for looking at the modules alone */
  static with(options: ReadyOptions, clock = new DatabaseClock('')): DynamicModule {
    const { databaseUrl, operatorPassword, tokenSecret, passwordCost } = options;
    const { projections = 'here' } = options;
    const run = projections === 'here';
    const readSide = ReadModelsModule.register(readModels, { owner: leaseOwner(), run });
    const reactions = ProcessesModule.register(processes, clock.clock, {
      owner: leaseOwner(),
      databaseUrl,
    });
    return {
      module: AppModule,
      controllers: [PolicyController, CustomerPageController],
      providers: [FilesAndCovers],
      imports: [
        // What everything stands on
        DatabaseModule.register(databaseUrl),
        StoreModule.register(options, clock.clock),
        CqrsModule.forRoot(),
        IdentityModule.forRoot({
          dataDir: dataDirOf(options),
          ...(operatorPassword !== undefined && { operatorPassword }),
          ...(tokenSecret && { tokenSecret }),
          ...(passwordCost !== undefined && { passwordCost }),
        }),
        HttpModule,
        OperationModule.watching(readSide, reactions),

        // What people do
        ...contexts,
        FilesModule,
        AdaptersModule,

        // What people ask
        readSide,
        AuditModule.with(streamKinds),

        // What follows by itself
        reactions,
        ...(options.mail ? [MailModule.register(options.mail, clock.clock)] : []),

        // What time it is to be, where that is anybody's to say
        ...(options.clock === undefined ? [] : [ClockModule.setting(clock)]),
      ],
    };
  }
}
