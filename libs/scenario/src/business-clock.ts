import { readInstant } from '@app/http';

const TIMES = new Set([
  'at',
  'from',
  'until',
  'resumeAt',
  'calledAt',
  'newArrival',
  'signedAt',
  'occurredAt',
  'due',
  'validUntil',
]);
const BUSINESS_TIME = /^(?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2}(?::\d{2})?)$/;

/** A business time, `09:30` on `day` or `2026-03-03 09:30`, as an instant with its zone; other text, and a time of no day, as it is. */
export function instantOf(time: string, day: string): string {
  const [, date = day, clock] = BUSINESS_TIME.exec(time) ?? [];
  if (clock === undefined || date === '') return time;
  return `${date}T${clock.length === 5 ? `${clock}:00` : clock}+08:00`;
}

/**
 * The same in the one form in which the API answers: UTC with milliseconds.
 *
 * @throws RangeError it is what the API would refuse as well, such as a time on 30 February
 */
export function utcOf(time: string, day: string): string {
  const read = readInstant(instantOf(time, day));
  if (typeof read === 'string') return read;
  throw new RangeError(`the time ${JSON.stringify(time)} ${read.says.en}`);
}

/** The data with its business times turned into instants; times of the day that come round every day stay. */
export function withInstants(value: unknown, day: string, key = ''): unknown {
  if (typeof value === 'string') return TIMES.has(key) ? instantOf(value, day) : value;
  if (Array.isArray(value)) return value.map((item) => withInstants(item, day, key));
  if (value === null || typeof value !== 'object' || key === 'quietHours') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withInstants(part, day, name)]),
  );
}
