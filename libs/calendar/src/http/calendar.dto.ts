import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import { CalendarDate, CommandDto, Integer, Nested, Text, fieldRule } from '@app/http';
import type { Bilingual, DayKind } from '@app/kernel';
import type { CalendarDay, Edition } from '../domain/edition.js';

const YEAR = /^20\d\d$/;

/** A year of those in which service is given. */
function Year(): PropertyDecorator {
  const says = { zh: '必须是 2000 至 2099 的年份', en: 'must be a year from 2000 to 2099' };
  return fieldRule(
    'year',
    (value) =>
      typeof value === 'string' && YEAR.test(value) ? undefined : { code: 'not-a-year', says },
    { pattern: YEAR.source, example: '2026' },
  );
}

class NameDto implements Bilingual {
  @Text({ max: 100, singleLine: true })
  zh!: string;

  @Text({ max: 100, singleLine: true })
  en!: string;
}

export class CalendarDayDto implements CalendarDay {
  /** Business date, such as `2026-10-01`. */
  @CalendarDate()
  date!: string;

  /** The holiday that it is, or that it makes up for. */
  @Nested(() => NameDto)
  name!: NameDto;
}

/** The working calendar of a year, as it was announced (V19). A correction is the next edition. */
export class PublishYearDto extends CommandDto implements Edition {
  /** Such as `2026`. */
  @Year()
  year!: string;

  /** 1 at first; then one more than that of the last edition. */
  @Integer()
  @Min(1)
  @Max(1_000)
  edition!: number;

  /** Days of the week on which nobody works, from 1 for Monday to 7 for Sunday. */
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  restDays!: number[];

  /** Public holidays, with the days off that belong to them. */
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => CalendarDayDto, { each: true })
  holidays!: CalendarDayDto[];

  /** Days of rest that are worked in place of a day off (调休上班日). */
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => CalendarDayDto, { each: true })
  makeUpDays!: CalendarDayDto[];
}

/** A year of the working calendar, as it is shown. */
export class CalendarYearBody extends OmitType(PublishYearDto, ['occurredAt']) {
  /** When this edition was published. */
  readonly since!: string;
}

/** Which day. */
export class DayPath {
  /** Business date, such as `2026-10-01`. */
  @CalendarDate()
  date!: string;
}

/** What a day is. */
export class DayBody {
  readonly date!: string;
  /** `unknown`: its year is not published yet. */
  readonly kind!: DayKind | 'unknown';
  /** The holiday that it is, or that it makes up for; absent on other days. */
  readonly name?: NameDto;
  /** The edition of the year that says so; absent where there is none. */
  readonly edition?: number;
}
