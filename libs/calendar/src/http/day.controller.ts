import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Contexts } from '@app/event-store';
import { Can } from '@app/identity';
import { dayIn, yearOf } from '@app/kernel';
import { calendarStreams } from '../domain/calendar-year.js';
import { readCalendar } from '../permissions.js';
import { DayBody, DayPath } from './calendar.dto.js';

@ApiTags('calendar')
@Controller('calendar')
export class DayController {
  constructor(private readonly contexts: Contexts) {}

  /** Whether a business date is worked, by the edition that holds now; `unknown` where its year is not published yet. */
  @Get('days/:date')
  @Can(readCalendar)
  async readDay(@Param() { date }: DayPath): Promise<DayBody> {
    const year = await this.contexts.read(calendarStreams, yearOf(date));
    if (!year) return { date, kind: 'unknown' };
    const named = [...year.holidays, ...year.makeUpDays].find((day) => day.date === date);
    const { edition } = year;
    return { date, kind: dayIn(year, date), ...(named && { name: named.name }), edition };
  }
}
