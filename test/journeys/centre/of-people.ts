import type { EventStore } from '@app/event-store';

/** How many events there are but for those that processes bring in their own time. */
export async function eventsOfPeople(store: EventStore): Promise<number> {
  const { events } = await store.readAll({ after: 0n, limit: 10_000 });
  return events.filter(({ actor }) => actor.role !== 'process').length;
}
