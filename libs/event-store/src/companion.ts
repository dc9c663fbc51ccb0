import type { Claim, Command, DomainEvent } from '@app/kernel';
import type { Aggregate, Folded, Origin } from './execution.js';
import { fingerprint } from './fingerprint.js';
import { newEvents } from './new-events.js';
import type { StreamWrite } from './port.js';

/** Commands that follow from what their stream holds. */
type Asked<C, S> = (claim: Claim, state: S) => readonly C[] | Promise<readonly C[]>;

/**
 * What a command asks of another stream. Where the store takes several streams at once it is asked
 * `together`; where it does not, its parts are asked one after the other (ADR 14).
 */
export interface Asks<C extends Command, S> {
  /** Of the command that asks. */
  readonly origin: Origin;
  /** All of it. */
  readonly together: readonly [C, ...C[]];
  /** Before the command's own events: what they need to stand, taken under a claim. Default: nothing. */
  readonly claim?: Asked<C, S>;
  /** Once they are stored: what they give up, and what is left of earlier claims of the command. */
  readonly settle: Asked<C, S>;
  /** When they will not be stored: the claim is given back. */
  readonly withdraw?: Asked<C, S>;
}

/** A part of what is asked, on a store that takes one stream at a time. */
export type Part = 'claim' | 'settle' | 'withdraw';

/** Another stream that changes with the one that a command is for. */
export interface Companion {
  readonly stream: string;
  /** Whether the events need a claim to stand. */
  readonly claims: boolean;
  /** The write of all that is asked, to be appended with the command's own events. */
  together(): Promise<StreamWrite>;
  /** The write of one part; undefined when nothing is to change. */
  only(part: Part, claim: Claim): Promise<StreamWrite | undefined>;
}

/**
 * Each write is decided on a fresh load, and expects exactly that version.
 *
 * @param load reads the stream from the store
 */
export function companion<C extends Command, S, E extends DomainEvent>(
  { decider, types }: Aggregate<C, S, E>,
  stream: string,
  asks: Asks<C, S>,
  load: () => Promise<Folded<S>>,
): Companion {
  const write = (
    commands: readonly [C, ...C[]],
    { state: before, version }: Folded<S>,
    place: (index: number) => string,
  ): StreamWrite => {
    let state = before;
    const events: E[] = [];
    for (const command of commands) {
      const decided = decider.decide(command, state);
      state = decided.reduce(decider.evolve, state);
      events.push(...decided);
    }
    const commandHash = fingerprint(commands.map(({ data }) => data));
    const cause = { commandId: commands[0].id, commandHash, origin: asks.origin, place };
    return { stream, expected: version, events: newEvents(types, stream, events, cause) };
  };
  return {
    stream,
    claims: asks.claim !== undefined,
    async together() {
      return write(asks.together, await load(), (index) => `${stream}/${index}`);
    },
    async only(part, claim) {
      const folded = await load();
      const [first, ...rest] = (await asks[part]?.(claim, folded.state)) ?? [];
      if (!first) return undefined;
      const place = (index: number) => `${stream}@${folded.version + 1 + index}`;
      const planned = write([first, ...rest], folded, place);
      return planned.events.length > 0 ? planned : undefined;
    },
  };
}
