import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '@app/clock';
import { Contexts } from '@app/event-store';
import { BusSender } from '../processes/bus-sender.js';
import { Deliveries } from './deliveries.js';
import { Mailer } from './mailer.js';
import { smtpPost, type MailOptions } from './smtp-post.js';

/** Mail for those who have notices; imported where a mail server is named. */
@Module({})
export class MailModule {
  static register(options: MailOptions, clock: Clock): DynamicModule {
    return {
      module: MailModule,
      providers: [
        BusSender,
        {
          provide: Mailer,
          inject: [DataSource, Contexts, BusSender],
          useFactory: (dataSource: DataSource, contexts: Contexts, sender: BusSender) =>
            new Mailer({
              deliveries: new Deliveries(dataSource),
              contexts,
              sender,
              clock,
              post: smtpPost(options),
              logger: new Logger('Mail'),
            }),
        },
      ],
      exports: [Mailer],
    };
  }
}
