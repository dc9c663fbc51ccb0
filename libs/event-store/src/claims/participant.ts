import type { Command, DomainEvent } from '@app/kernel';
import type { Aggregate } from '../aggregate.js';
import type { Origin } from '../command-request.js';
import { fingerprint } from '../fingerprint.js';
import type { Folded } from '../folded.js';
import { newEvents } from '../new-events.js';
import type { StreamWrite } from '../port.js';
import { decideUnderClaims } from './decide-under-claims.js';

/** The commands that follow for another stream. */
export interface ParticipantCommands<C extends Command> {
  /** Origin of the command that they follow from. */
  readonly origin: Origin;
  /** In their order. They carry the id of the command that they follow from. */
  readonly commands: readonly [C, ...C[]];
}

/** Another stream that takes part in a command: it changes together with the command's own stream, or not at all. */
export interface Participant {
  readonly stream: string;
  /** What is to be appended to it, decided on what it holds now. @throws StreamClaimed it depends on others' claims */
  plan(): Promise<Plan>;
  /** What it holds now. */
  load(): Promise<Folded<unknown>>;
}

export interface Plan {
  /** At the version that was decided on; without events where nothing is to change. */
  readonly write: StreamWrite;
  readonly folded: Folded<unknown>;
}

/** @param load reads the stream from the store */
export function participant<C extends Command, S, E extends DomainEvent>(
  { decider, types }: Aggregate<C, S, E>,
  stream: string,
  { origin, commands }: ParticipantCommands<C>,
  load: () => Promise<Folded<S>>,
): Participant {
  const [{ id: commandId }] = commands;
  const commandHash = fingerprint(commands.map(({ data }) => data));
  const place = (index: number) => `${stream}/${index}`;
  const decideAll = (before: S): readonly E[] => {
    let state = before;
    return commands.flatMap((command) => {
      const decided = decider.decide(command, state);
      state = decided.reduce(decider.evolve, state);
      return decided;
    });
  };
  const plan = async (): Promise<Plan> => {
    const folded = await load();
    const at = { ...folded, stream };
    const decided = decideUnderClaims(decider, at, commandId, decideAll);
    const events = newEvents(types, stream, decided, { commandId, commandHash, origin, place });
    return { write: { stream, expected: folded.version, events }, folded };
  };
  return { stream, load, plan };
}
