import type { Actor, Command, Decider, DomainEvent, Instant } from '@app/kernel';
import type { Companion } from './claims/companion.js';
import type { Folded } from './folded.js';
import type { EventTypes } from './upcasters.js';

/** A decider together with the schema of the events that it is folded from. */
export interface Aggregate<C extends Command, S, E extends DomainEvent> {
  readonly decider: Decider<C, S, E>;
  readonly types: EventTypes;
}

/** Where a command came from, as its events remember it. */
export interface Origin {
  readonly correlationId: string;
  readonly policyVersion: string;
  readonly traceParent?: string;
}

/** A command as it was asked for, before what the system knows is added to it. */
export interface CommandRequest<Type extends string = string, Data = unknown> extends Origin {
  /** The entity it is for: the ticket, the customer, the tool. */
  readonly id: string;
  readonly type: Type;
  readonly data: Data;
  readonly commandId: string;
  readonly occurredAt: Instant;
  /** When the server heard of it, by its own clock. */
  readonly receivedAt: Instant;
  readonly actor: Actor;
  /** What a repeat under the same id must ask again; leaves out what the server filled in. */
  readonly fingerprint: unknown;
  /** Refuse with VersionConflict unless the stream is at this version; default: any, deciding again on a race. */
  readonly expectedVersion?: number;
}

/** Under which id something is asked, from where, and what. */
export type Asked = Pick<
  CommandRequest,
  'commandId' | 'fingerprint' | 'expectedVersion' | keyof Origin
>;

/** A request for one of these commands. */
export type RequestFor<C extends Command> = C extends Command
  ? CommandRequest<C['type'], C['data']>
  : never;

/** The command of a request, as far as its caller can say it. */
export function commandOf<Type extends string, Data>(
  request: CommandRequest<Type, Data>,
): Command<Type, Data> {
  const { type, data, commandId: id, occurredAt, actor } = request;
  return { type, data, id, occurredAt, actor };
}

/** One command on its way to one stream. */
export interface Execution<C extends Command, S, E extends DomainEvent> {
  readonly request: Asked;
  readonly stream: string;
  readonly aggregate: Aggregate<C, S, E>;
  /** The command, completed with what deciding needs beyond the state; called anew on each attempt. */
  readonly command: (state: S) => C | Promise<C>;
  /** What the events ask of other streams, to stand or fall with them; called anew on each attempt. */
  readonly alongside?: (
    events: readonly E[],
    before: Folded<S>,
  ) => readonly Companion[] | Promise<readonly Companion[]>;
}

/** What came of a command. */
export interface Outcome {
  readonly stream: string;
  /** The stream's version after the command. */
  readonly version: number;
  /** Wait for this position to read your own write. */
  readonly position: bigint;
  /** What the command caused on its stream; empty when there was nothing to change. */
  readonly events: readonly Pick<DomainEvent, 'type' | 'data'>[];
  /** The command had been carried out before; this is what came of it then. */
  readonly repeated: boolean;
}
