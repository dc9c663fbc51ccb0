const TIMES = new Set(['from', 'until', 'resumeAt', 'newArrival', 'signedAt', 'occurredAt']);

/** A business time, `09:30` on `day` or `2026-03-03 09:30`, as an instant with its zone; other text as it is. */
export function instantOf(time: string, day: string): string {
  const [, date = day, clock] = /^(?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2})$/.exec(time) ?? [];
  return clock === undefined ? time : `${date}T${clock}:00+08:00`;
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
