import type { Language } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket.events.js';

/** The fields of an event's data that hold an employee's id. */
const EMPLOYEES = ['technician', 'collectedBy', 'person'] as const;

/** The ids of all who acted on the ticket or are named as employees by its events, each once. */
export function employeesIn(events: readonly TicketEvent[]): readonly string[] {
  const ids = events.flatMap(({ actor, data }) => [
    actor.id,
    actor.onBehalfOf,
    ...EMPLOYEES.map((field) => (data as Partial<Record<typeof field, string>>)[field]),
  ]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/**
 * The events with employees called by their names instead of their ids, with the id beside it where
 * two who are mentioned bear one name. Whoever has no name keeps the id.
 *
 * @param names by id
 */
export function calledByName<Event extends TicketEvent>(
  events: readonly Event[],
  names: ReadonlyMap<string, string>,
  language: Language,
): Event[] {
  const mentioned = employeesIn(events).map((id) => names.get(id));
  const call = (id: string): string => {
    const name = names.get(id) ?? id;
    if (mentioned.filter((other) => other === name).length < 2) return name;
    return language === 'zh' ? `${name}（${id}）` : `${name} (${id})`;
  };
  return events.map((event) => ({ ...event, ...renamed(event, call) }));
}

function renamed({ actor, data }: TicketEvent, call: (id: string) => string) {
  const { id, onBehalfOf } = actor;
  const called = EMPLOYEES.filter((field) => field in data).map((field) => [
    field,
    call((data as unknown as Record<typeof field, string>)[field]),
  ]);
  return {
    actor: { ...actor, id: call(id), ...(onBehalfOf && { onBehalfOf: call(onBehalfOf) }) },
    data: { ...data, ...(Object.fromEntries(called) as object) },
  };
}
