import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseClock } from '@app/clock';
import { ClockController } from './clock.controller.js';

/** The route by which the clock of a demonstration or a test is set forward. */
@Module({})
export class ClockModule {
  static setting(clock: DatabaseClock): DynamicModule {
    return {
      module: ClockModule,
      controllers: [ClockController],
      providers: [{ provide: DatabaseClock, useValue: clock }],
    };
  }
}
