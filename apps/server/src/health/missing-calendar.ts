import type { DataSource } from 'typeorm';
import { missingYear } from '@app/calendar';
import type { Contexts } from '@app/event-store';

/** The year whose working calendar the operator should see to by now, by the database's clock; undefined: none. */
export async function missingCalendar(
  dataSource: DataSource,
  contexts: Contexts,
): Promise<string | undefined> {
  const [clock] = await dataSource.query<{ now: Date }[]>('SELECT service_clock.now() AS now');
  return missingYear(contexts, clock!.now.toISOString());
}
