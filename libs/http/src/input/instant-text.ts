import type { Instant } from '@app/kernel';
import type { Diagnosis, Fault } from './field-rule.js';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/**
 * No service is given before, or promised from then on. A year that the database cannot hold would
 * stop every read model behind it.
 */
const EARLIEST: Instant = '2000-01-01T00:00:00.000Z';
const END: Instant = '2100-01-01T00:00:00.000Z';

const NOT_AN_INSTANT: Fault = {
  code: 'not-an-instant',
  says: {
    zh: '必须是带时区的 ISO 8601 时刻，例如 2026-03-02T09:00:00+08:00',
    en: 'must be an ISO 8601 instant with a zone, such as 2026-03-02T09:00:00+08:00',
  },
};

const OUT_OF_RANGE: Fault = {
  code: 'instant-out-of-range',
  says: {
    zh: '必须在 2000 年至 2099 年之间（UTC）',
    en: 'must lie in the years from 2000 to 2099, in UTC',
  },
};

/** The instant in UTC with milliseconds; undefined for what is none, such as a date of 30 February. */
export function parseInstant(text: string): Instant | undefined {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
    return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The instant that is written, or what is wrong with it: the one reader for the API and the command line. */
export function readInstant(value: unknown): Instant | Fault {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  if (instant === undefined) return NOT_AN_INSTANT;
  const inRange =
    Date.parse(instant) >= Date.parse(EARLIEST) && Date.parse(instant) < Date.parse(END);
  return inRange ? instant : OUT_OF_RANGE;
}

/** Looks at an instant as it was sent; see `InstantText`. */
export const diagnoseInstant: Diagnosis = (value) => {
  const read = readInstant(value);
  return typeof read === 'string' ? undefined : read;
};
