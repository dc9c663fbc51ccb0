import { Module, type DynamicModule } from '@nestjs/common';
import { Contexts, EventStore } from '@app/event-store';
import { StreamReadership } from '@app/identity';
import { Audit } from './audit.js';
import { StreamAccountsController } from './http/stream-accounts.controller.js';
import { LogController } from './http/log.controller.js';
import { ReadableStreams } from './http/readable-streams.js';
import { StreamsController } from './http/streams.controller.js';
import { STREAM_KINDS, type StreamKind } from './stream-kind.js';

/** History, replay and account of what the application's streams hold; needs an EventStore and Contexts beside it. */
@Module({})
export class AuditModule {
  static with(kinds: readonly StreamKind[]): DynamicModule {
    return {
      module: AuditModule,
      // Lists of what was found in streams ask it who may read those.
      global: true,
      controllers: [StreamsController, StreamAccountsController, LogController],
      providers: [
        { provide: STREAM_KINDS, useValue: kinds },
        ReadableStreams,
        { provide: StreamReadership, useExisting: ReadableStreams },
        {
          provide: Audit,
          inject: [EventStore, STREAM_KINDS, Contexts],
          useFactory: (store: EventStore, streams: readonly StreamKind[], contexts: Contexts) =>
            new Audit(store, streams, contexts),
        },
      ],
      exports: [Audit, STREAM_KINDS, StreamReadership],
    };
  }
}
