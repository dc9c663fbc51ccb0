import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { fieldRule } from './field-rule.js';
import { MayBeAbsent } from './fields.js';

/** Several of a few words, `?status=open,resolved` or the parameter repeated; may be left out. */
export function SeveralOf(words: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, isArray: true, enum: [...words] }),
    MayBeAbsent(),
    Transform(({ value }: { value: unknown }) => listed(value)),
    ArrayMaxSize(words.length * 2),
    IsIn([...words], { each: true }),
  );
}

/** `true` or `false`; may be left out. */
export function Flag(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, type: Boolean }),
    MayBeAbsent(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' || value === 'false' ? value === 'true' : value,
    ),
    IsBoolean(),
  );
}

function listed(value: unknown): unknown {
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts.flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]));
}

const CALENDAR_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A date is later than any instant that is taken, or earlier: nobody means it, and its neighbours have no form. */
const OUT_OF_RANGE = {
  code: 'date-out-of-range',
  says: { zh: '日期须在 1900 年至 2999 年之间', en: 'must be a date from 1900 to 2999' },
};

/** A date of the calendar from 1900 to 2999, `2026-03-02`. */
export function CalendarDate(): PropertyDecorator {
  const says = { zh: '必须是 YYYY-MM-DD 格式的日期', en: 'must be a date, such as 2026-03-02' };
  return fieldRule(
    'calendarDate',
    (value) => {
      if (!isCalendarDate(value)) return { code: 'not-a-date', says };
      return value >= '1900' && value < '3000' ? undefined : OUT_OF_RANGE;
    },
    { pattern: CALENDAR_DATE.source, example: '2026-03-02' },
  );
}

/** Whether it is a date that there is, in its one form. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !CALENDAR_DATE.test(value)) return false;
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}
