import { Inject, Optional, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command, DomainEvent, Streams } from '@app/kernel';
import {
  commandOf,
  Executor,
  type Aggregate,
  type NeedsContext,
  type CommandRequest,
  type Participant,
  type Folded,
  type DecisionContext,
  type Outcome,
  type RequestFor,
} from '@app/event-store';
import { called, operationOf } from './names.js';

/** Carries a request to an aggregate's handler. */
export type Message<C extends Command = Command> = new (request: RequestFor<C>) => {
  readonly request: RequestFor<C>;
};

/** Checks a request before it is carried out, repeats included. An error that it throws refuses the request. */
export abstract class RequestCheck {
  abstract check(request: CommandRequest): Promise<void>;
}

/** Which other streams change together with an aggregate's events: all of them are stored, or none. */
export abstract class Participants<S, E extends DomainEvent> {
  abstract of(
    events: readonly E[],
    before: Folded<S>,
    request: CommandRequest,
  ): readonly Participant[];
}

interface Help<S, E extends DomainEvent> {
  readonly requestCheck?: Type<RequestCheck>;
  readonly participants?: Type<Participants<S, E>>;
}

/**
 * Providers that the handler of the commands needs. `known` is required where a command has a
 * `known` and the declaration does not say how it is looked up.
 */
export type Helpers<C extends Command, S, E extends DomainEvent, Known> = [
  Known extends undefined ? NeedsContext<C> : never,
] extends [never]
  ? [helpers?: Help<S, E>]
  : [helpers: Help<S, E> & { readonly known: Type<DecisionContext<C, S>> }];

interface Handled<C extends Command, S, E extends DomainEvent, Key> {
  readonly message: Message<C>;
  readonly aggregate: Aggregate<C, S, E>;
  readonly streams: Streams<S, Key>;
  /** The part of the id that comes from the path; undefined: the data has all of them. */
  readonly id: string | undefined;
  readonly helpers: Help<S, E> & { readonly known?: Type<object> };
}

/** Finds out the `known` of one command. */
type FindOut<S> = (request: CommandRequest, state: S) => Promise<unknown>;

export function messageOf<C extends Command>(category: string): Message<C> {
  class Handle {
    constructor(readonly request: RequestFor<C>) {}
  }
  return called(Handle, 'Handle', category);
}

/** The handler of an aggregate's commands: find out what must be known, decide, append. */
export function handlerOf<C extends Command, S, E extends DomainEvent, Key>({
  message,
  aggregate,
  streams,
  id,
  helpers,
}: Handled<C, S, E, Key>): Type<ICommandHandler> {
  @CommandHandler(message)
  class Handler implements ICommandHandler<{ readonly request: CommandRequest }> {
    constructor(
      @Inject(Executor) private readonly executor: Executor,
      @Optional()
      @Inject(helpers.known ?? NOBODY)
      private readonly known?: Record<string, FindOut<S>>,
      @Optional()
      @Inject(helpers.requestCheck ?? NOBODY)
      private readonly requestCheck?: RequestCheck,
      @Optional()
      @Inject(helpers.participants ?? NOBODY)
      private readonly participants?: Participants<S, E>,
    ) {}

    async execute(sent: { readonly request: CommandRequest }): Promise<Outcome> {
      const { request, stream } = addressed(sent.request, streams, id);
      await this.requestCheck?.check(request);
      return this.executor.execute<C, S, E>({
        request,
        stream,
        aggregate,
        command: async (state) => {
          const known = await this.known?.[operationOf(request.type)]?.(request, state);
          // The declaration ties form and `known` to the command's type, so the parts do make a C.
          return { ...commandOf(request), known } as unknown as C;
        },
        participants: (events, before) => this.participants?.of(events, before, request) ?? [],
      });
    }
  }
  return called(Handler, 'Handle', streams.category, 'Handler');
}

/** Stands for an optional provider that the declaration does not name; nothing is ever provided under it. */
const NOBODY = Symbol('nobody');

/** Which stream a request is for. Where the id has parts, the data names them all, as the stream's name is made of them. */
function addressed<S, Key>(
  request: CommandRequest,
  { named, parts }: Streams<S, Key>,
  id: string | undefined,
): { readonly request: CommandRequest; readonly stream: string } {
  if (!parts) return { request, stream: named(request.id as Key) };
  const data = { ...(request.data as object), ...(id !== undefined && { [id]: request.id }) };
  return { request: { ...request, data }, stream: named(data as Key) };
}
