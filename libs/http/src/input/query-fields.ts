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

/** A date of the calendar, `2026-03-02`. */
export function CalendarDate(): PropertyDecorator {
  const says = { zh: '必须是 YYYY-MM-DD 格式的日期', en: 'must be a date, such as 2026-03-02' };
  return fieldRule(
    'calendarDate',
    (value) => (isCalendarDate(value) ? undefined : { code: 'not-a-date', says }),
    { pattern: CALENDAR_DATE.source, example: '2026-03-02' },
  );
}

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !CALENDAR_DATE.test(value)) return false;
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}
