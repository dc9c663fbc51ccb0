import { Gauge, type Registry } from 'prom-client';

/** The year whose working calendar is missing, as a label; no series where none is, or the database is away. */
export function observeCalendar(
  registry: Registry,
  missing: () => Promise<string | undefined>,
): void {
  new Gauge({
    name: 'calendar_year_missing',
    help: 'A year whose working calendar should be published by now',
    labelNames: ['year'],
    registers: [registry],
    async collect() {
      this.reset();
      const year = await missing().catch(() => undefined);
      if (year !== undefined) this.set({ year }, 1);
    },
  });
}
