import { Module } from '@nestjs/common';
import { calendarYears } from './calendar-year.aggregate.js';
import { DayController } from './http/day.controller.js';

/** The working calendar (V19): which days are rest days, public holidays and make-up working days. */
@Module({
  controllers: [...calendarYears.controllers, DayController],
  providers: calendarYears.handledBy(),
})
export class CalendarModule {
  static readonly aggregates = [calendarYears];
}
