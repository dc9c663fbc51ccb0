import { Module, type DynamicModule } from '@nestjs/common';
import { EventStore } from '@app/event-store';
import { Audit } from './audit.js';
import { AccountController } from './http/account.controller.js';
import { LogController } from './http/log.controller.js';
import { StreamsController } from './http/streams.controller.js';
import { StaffNames } from './staff-names.js';
import { STREAM_KINDS, type StreamKind } from './stream-kind.js';

/** History, replay and account of what the application's streams hold; needs an EventStore and StaffNames beside it. */
@Module({})
export class AuditModule {
  static with(kinds: readonly StreamKind[]): DynamicModule {
    return {
      module: AuditModule,
      controllers: [StreamsController, AccountController, LogController],
      providers: [
        { provide: STREAM_KINDS, useValue: kinds },
        {
          provide: Audit,
          inject: [EventStore, STREAM_KINDS, StaffNames],
          useFactory: (store: EventStore, streams: readonly StreamKind[], staff: StaffNames) =>
            new Audit(store, streams, staff),
        },
      ],
      exports: [Audit, STREAM_KINDS],
    };
  }
}
