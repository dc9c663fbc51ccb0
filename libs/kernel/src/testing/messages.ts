import type { Actor, Command, DomainEvent } from '../message.js';
import type { Instant, LocalTime } from '../time.js';
import { at, moment } from './instants.js';

/** Those of the messages that have this type. */
type Of<Message extends { readonly type: string }, Type> = Message extends unknown
  ? Type extends Message['type']
    ? Message
    : never
  : never;
type KnownOf<C> = C extends { readonly known: infer Known } ? Known : undefined;
type Time = LocalTime | Instant;

/** Who gives a command, where it is not its builder's own actor, and what is known to it. */
interface Beside<Known> {
  readonly by?: Actor;
  readonly known?: Known;
}

/**
 * Builds the commands of an aggregate, by `actor` and at 09:00 unless told otherwise:
 * `const ask = commandOf<ToolCommand>(STOREKEEPER)`, `ask('CheckOutTool', { employee: 'li-wei' })`.
 */
export function commandOf<C extends Command>(actor: Actor) {
  return <Type extends C['type']>(
    type: Type,
    data: Of<C, Type>['data'],
    time: Time = '09:00',
    { by = actor, known = {} as never }: Beside<KnownOf<Of<C, Type>>> = {},
  ): Of<C, Type> => {
    const id = '0190d3f0-0000-7000-8000-000000000001';
    return { type, data, id, occurredAt: moment(time), actor: by, known } as never;
  };
}

/** The same command, sent by a device afterwards, with others. */
export function inBatch<C extends Command>(command: C, receivedAt = at('20:00')): C {
  return { ...command, inBatch: true, receivedAt };
}

/**
 * Builds the events of an aggregate, as `commandOf` its commands.
 *
 * @param articles that all of them answer to, or what each answers to
 */
export function eventOf<E extends DomainEvent>(
  actor: Actor,
  articles: readonly string[] | ((type: E['type'], data: E['data']) => readonly string[]) = [],
) {
  return <Type extends E['type']>(
    type: Type,
    data: Of<E, Type>['data'],
    time: Time = '09:00',
    by: Actor = actor,
  ): Of<E, Type> => {
    const answersTo = typeof articles === 'function' ? articles(type, data) : articles;
    return { type, data, occurredAt: moment(time), actor: by, articles: answersTo } as never;
  };
}
