import { fieldRule } from './field-rule.js';

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day in the business time zone, `09:30`. */
export function ClockTime(): PropertyDecorator {
  const says = { zh: '必须是 HH:MM 格式的时刻', en: 'must be a time of day, such as 09:30' };
  return fieldRule(
    'clockTime',
    (value) =>
      typeof value === 'string' && CLOCK_TIME.test(value)
        ? undefined
        : { code: 'not-a-time-of-day', says },
    { pattern: CLOCK_TIME.source, example: '09:30' },
  );
}
