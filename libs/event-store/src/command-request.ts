import type { Actor, Command, Instant } from '@app/kernel';

/** Where a command came from, as its events remember it. */
export interface Origin {
  readonly correlationId: string;
  /** The event that a process answers with the command; default: the command's own id. */
  readonly causationId?: string;
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
  /** It was done without a connection and sent with others afterwards; default: it was not. */
  readonly inBatch?: boolean;
  readonly actor: Actor;
  /**
   * What a repeat under the same id must be equal in, or it is refused as a different request;
   * without the data that the server filled in.
   */
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

/** The command of a request, without `known`, which its caller cannot say. */
export function commandOf<Type extends string, Data>(
  request: CommandRequest<Type, Data>,
): Command<Type, Data> {
  const { type, data, commandId: id, occurredAt, receivedAt, inBatch = false, actor } = request;
  return { type, data, id, occurredAt, receivedAt, inBatch, actor };
}
