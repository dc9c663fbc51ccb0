import type { Command, DomainEvent } from '@app/kernel';
import type { Aggregate } from '../aggregate.js';
import type { Origin } from '../command-request.js';
import type { Folded } from '../folded.js';
import { newEvents } from '../new-events.js';
import type { EventStore, StreamWrite } from '../port.js';
import { decideUnderClaims } from './decide-under-claims.js';

/** The commands that follow for another stream, in their order; they carry the id of the command that they follow from. */
export type Following<C extends Command> = readonly [C, ...C[]];

export interface ParticipantCommands<C extends Command, S = unknown> {
  /** Origin of the command that they follow from. */
  readonly origin: Origin;
  /** Or what they are by what the stream holds, where they must know more of it; asked anew on each attempt. */
  readonly commands: Following<C> | ((folded: Folded<S>) => Promise<Following<C>>);
  /** Where they change nothing, nothing else may change the stream before the command is stored. Default: it may. */
  readonly holds?: boolean;
}

/** Another stream that takes part in a command: it changes together with the command's own stream, or not at all. */
export interface Participant {
  readonly stream: string;
  /** Where nothing of it is to change, it stays as it is until the command is stored. Default: it need not. */
  readonly holds?: boolean;
  /** What is to be appended to it, decided on what it holds now. @throws StreamClaimed it depends on others' claims */
  plan(): Promise<Plan>;
  /** What it holds now, with the claims that are open on it. */
  read(): Promise<Folded<unknown>>;
}

export interface Plan {
  /** At the version that was decided on; without events where nothing is to change. */
  readonly write: StreamWrite;
  readonly folded: Folded<unknown>;
}

/** How the stream is read from the store. */
interface Reading<S> {
  /** Where the claims that nobody ends any more have been ended. */
  readonly load: () => Promise<Folded<S>>;
  readonly read: () => Promise<Folded<S>>;
  readonly store: Pick<EventStore, 'fingerprint'>;
}

export function participant<C extends Command, S, E extends DomainEvent>(
  { decider, types }: Aggregate<C, S, E>,
  stream: string,
  { origin, commands, holds = false }: ParticipantCommands<C, S>,
  { load, read, store }: Reading<S>,
): Participant {
  const place = (index: number) => `${stream}/${index}`;
  const plan = async (): Promise<Plan> => {
    const folded = await load();
    const following = typeof commands === 'function' ? await commands(folded) : commands;
    const [{ id: commandId }] = following;
    const commandHash = store.fingerprint(following.map(({ data }) => data));
    const decideAll = (state: S) => decidedInTurn(decider, following, state);
    const decided = decideUnderClaims(decider, { ...folded, stream }, commandId, decideAll);
    const events = newEvents(types, stream, decided, { commandId, commandHash, origin, place });
    return { write: { stream, expected: folded.version, events }, folded };
  };
  return { stream, holds, read, plan };
}

/** Each command on what the ones before it have led to. */
function decidedInTurn<C extends Command, S, E extends DomainEvent>(
  { decide, evolve }: Aggregate<C, S, E>['decider'],
  commands: Following<C>,
  before: S,
): readonly E[] {
  let state = before;
  return commands.flatMap((command) => {
    const decided = decide(command, state);
    state = decided.reduce(evolve, state);
    return decided;
  });
}
