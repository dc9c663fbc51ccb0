import fc from 'fast-check';
import { plusMinutes } from '../business-time.js';
import type { Decider } from '../decider.js';
import { DomainError } from '../errors.js';
import type { Actor, Command, DomainEvent } from '../message.js';
import type { Instant } from '../time.js';
import { at } from './instants.js';

type Asked<C> = C extends { readonly known: unknown; readonly data: unknown }
  ? Pick<C, 'data' | 'known'>
  : C extends { readonly data: unknown }
    ? Pick<C, 'data'>
    : never;

/** What each command of an aggregate may ask and know. A command without its own does not compile. */
export type Asks<C extends Command> = {
  readonly [K in C as K['type']]: fc.Arbitrary<Asked<K>>;
};

/** How stories are told. */
interface Telling<C extends Command> {
  /** How things go well; stories stray from it. */
  readonly plot: readonly C['type'][];
  readonly by: Actor | ((type: C['type']) => Actor);
  /** What a command says when its moment is known; default: what was made up. */
  readonly saying?: (data: C['data'], occurredAt: Instant) => C['data'];
  /** What nobody asks at any moment, as processes alone give it; default: nothing. */
  readonly never?: readonly C['type'][];
  /** Whether it is sent by a device afterwards; default: never. */
  readonly late?: (type: C['type']) => fc.Arbitrary<boolean>;
}

/**
 * Commands to one stream, one after the other from 08:00 on, with ids of their own. Nearly every
 * step of the plot is made, and sometimes something else after it: most are possible, some are not.
 */
export function storiesOf<C extends Command>(
  asks: Asks<C>,
  { plot, by, never = [], saying = (data) => data, late = () => fc.constant(false) }: Telling<C>,
): fc.Arbitrary<C[]> {
  const asked: Readonly<Record<string, fc.Arbitrary<object>>> = asks;
  const ask = (type: C['type']) =>
    fc
      .tuple(asked[type]!, fc.constantFrom(0, 1, 5, 10), late(type))
      .map(([said, pause, inBatch]) => ({
        said: { type, ...said, ...(inBatch && { inBatch }) } as Pick<C, 'type' | 'data'>,
        pause,
      }));
  const types = Object.keys(asks).filter((type) => !never.includes(type));
  const anything = fc.constantFrom(...types).chain(ask);
  const episode = (type: C['type']) =>
    fc
      .tuple(
        fc.option(ask(type), { nil: undefined, freq: 20 }),
        fc.option(anything, { nil: undefined, freq: 2 }),
      )
      .map((steps) => steps.filter((step) => step !== undefined));
  return fc.tuple(...plot.map(episode)).map((episodes) => {
    let minutes = 0;
    return episodes.flat().map(({ said, pause }, index) => {
      minutes += pause;
      const id = `0190d3f0-0000-7000-8000-${String(index).padStart(12, '0')}`;
      const occurredAt = plusMinutes(at('08:00'), minutes);
      const actor = typeof by === 'function' ? by(said.type) : by;
      return { ...said, data: saying(said.data, occurredAt), id, occurredAt, actor } as C;
    });
  });
}

/** A command that changed something. */
export interface Step<S, E> {
  /** It was sent by a device afterwards. */
  readonly late: boolean;
  readonly before: S;
  readonly events: readonly E[];
  readonly after: S;
}

/** Every command in turn; one that the domain refuses changes nothing, and anything else thrown is a fault. */
export function play<C extends Command, S, E extends DomainEvent>(
  decider: Decider<C, S, E>,
  commands: readonly C[],
): Step<S, E>[] {
  let state = decider.initialState();
  return commands.flatMap((command) => {
    const events = accepted(() => decider.decide(command, state));
    const late = command.inBatch === true;
    const step = { late, before: state, events, after: events.reduce(decider.evolve, state) };
    state = step.after;
    return events.length > 0 ? [step] : [];
  });
}

/** What is decided; nothing where the domain refuses. */
export function accepted<E>(decide: () => readonly E[]): readonly E[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
