import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ServiceClock } from '@app/clock';
import { EventStore, Executor } from '@app/event-store';
import { Privacy, type SealedEventStore } from '@app/privacy';
import { openStore, type StoreSettings } from './open-store.js';
import { ServiceSettingsOf } from './service-settings.js';

/** The log, and what carries commands out on it, for every module. */
@Global()
@Module({})
export class StoreModule {
  static register(settings: StoreSettings, clock: ServiceClock): DynamicModule {
    return {
      module: StoreModule,
      providers: [
        { provide: EventStore, useFactory: () => openStore(settings, clock) },
        {
          provide: Executor,
          inject: [EventStore],
          useFactory: (store: SealedEventStore) => {
            const executor = new Executor(store);
            store.privacy.onDestroyed(() => executor.forget());
            return executor;
          },
        },
        {
          provide: Privacy,
          inject: [EventStore],
          useFactory: ({ privacy }: SealedEventStore) => privacy,
        },
        {
          provide: ServiceSettingsOf,
          inject: [EventStore],
          useFactory: (store: EventStore) => ServiceSettingsOf.followed(store),
        },
      ],
      exports: [EventStore, Executor, Privacy, ServiceSettingsOf],
    };
  }
}
