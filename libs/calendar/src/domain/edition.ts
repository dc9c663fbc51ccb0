import {
  Invalid,
  NotPossible,
  weekdayOf,
  yearOf,
  type Bilingual,
  type CalendarYear,
  type LocalDate,
} from '@app/kernel';

/** A holiday, or a day that is worked instead of a day off, and of which holiday it is. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly name: Bilingual;
}

/** One edition of the working calendar of a year. */
export interface Edition extends CalendarYear {
  /** Four digits, `2026`. */
  readonly year: string;
  /** 1 at first; a correction is the next. */
  readonly edition: number;
  readonly holidays: readonly CalendarDay[];
  readonly makeUpDays: readonly CalendarDay[];
}

/** @throws NotPossible `edition-not-next` another one was published meanwhile, or one was left out */
export function checkEdition(edition: number, last: number): void {
  if (edition === last + 1) return;
  throw new NotPossible(
    'edition-not-next',
    {
      zh: `该年已公布至第 ${last} 版，下一版应为第 ${last + 1} 版`,
      en: `edition ${last} of that year is the last one published; the next is ${last + 1}`,
    },
    '/edition',
  );
}

/**
 * Every day lies in the year and is named once, and what is worked instead of a day off would be a
 * day of rest by its day of the week.
 *
 * @throws Invalid pointing at the day
 */
export function checkDays({ year, restDays, holidays, makeUpDays }: Edition): void {
  const seen = new Set<LocalDate>();
  for (const [list, days] of Object.entries({ holidays, makeUpDays })) {
    for (const [index, { date }] of days.entries()) {
      const pointer = `/${list}/${index}/date`;
      if (yearOf(date) !== year) throw elsewhere(date, year, pointer);
      if (seen.has(date)) throw twice(date, pointer);
      if (list === 'makeUpDays' && !restDays.includes(weekdayOf(date)))
        throw workedAnyway(date, pointer);
      seen.add(date);
    }
  }
}

function elsewhere(date: LocalDate, year: string, pointer: string): Invalid {
  const says = { zh: `${date} 不在 ${year} 年`, en: `${date} does not lie in ${year}` };
  return new Invalid('day-of-another-year', says, pointer);
}

function twice(date: LocalDate, pointer: string): Invalid {
  const says = { zh: `${date} 列了两次`, en: `${date} is named twice` };
  return new Invalid('day-named-twice', says, pointer);
}

function workedAnyway(date: LocalDate, pointer: string): Invalid {
  const says = {
    zh: `${date} 本来就是工作日，不能作为调休上班日`,
    en: `${date} is a working day anyway, and none that makes up for a day off`,
  };
  return new Invalid('no-day-of-rest', says, pointer);
}
