import { replacedAt, type Actor, type Language } from '@app/kernel';

interface Happened {
  readonly actor: Actor;
  readonly data: unknown;
}

/**
 * The ids of all who acted or are named as employees, each once.
 *
 * @param fields of the events' data that hold an employee's id, or several: `points.employee`
 */
export function employeesIn(
  events: readonly Happened[],
  fields: readonly string[],
): readonly string[] {
  const ids = events.flatMap(({ actor, data }) => {
    const named: string[] = [];
    for (const field of fields) replacedAt(data, field.split('.'), (id) => (named.push(id), id));
    return [actor.id, actor.onBehalfOf, ...named];
  });
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/**
 * The events with employees called by their names instead of their ids, with the id beside it where
 * two who are mentioned bear one name. Whoever has no name keeps the id.
 *
 * @param names by id
 */
export function calledByName<Event extends Happened>(
  events: readonly Event[],
  fields: readonly string[],
  names: ReadonlyMap<string, string>,
  language: Language,
): Event[] {
  const mentioned = employeesIn(events, fields).map((id) => names.get(id));
  const call = (id: string): string => {
    const name = names.get(id) ?? id;
    if (mentioned.filter((other) => other === name).length < 2) return name;
    return language === 'zh' ? `${name}（${id}）` : `${name} (${id})`;
  };
  return events.map((event) => ({ ...event, ...renamed(event, fields, call) }));
}

function renamed(
  { actor, data }: Happened,
  fields: readonly string[],
  call: (id: string) => string,
): Happened {
  const { id, onBehalfOf } = actor;
  const called = fields.reduce((value, field) => replacedAt(value, field.split('.'), call), data);
  return {
    actor: { ...actor, id: call(id), ...(onBehalfOf && { onBehalfOf: call(onBehalfOf) }) },
    data: called,
  };
}
