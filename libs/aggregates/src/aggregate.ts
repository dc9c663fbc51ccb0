import type { Type } from '@nestjs/common';
import type { ICommandHandler, IQueryHandler } from '@nestjs/cqrs';
import type { Command, Decider, DomainError, DomainEvent, EventTable, Streams } from '@app/kernel';
import type { Telling } from '@app/audit';
import type { Readable } from '@app/event-store';
import type { Action, Permission } from '@app/identity';
import { commandController } from './command-controller.js';
import type { Commands, Given, inner } from './commands.js';
import { handlerOf, messageOf, type Helpers, type Message } from './command-handler.js';
import { kebabCase, operationOf } from './names.js';
import { questionOf, readerOf, readingController, type Question } from './reading.js';

/** How one entity is shown, as its stream says now. */
export interface Showing<S, Key> {
  /** The body of the answer. */
  readonly as: Type<object>;
  /** In the description of the API: `A tool, and in whose hands it is (R11, R12).` */
  readonly summary: string;
  /** Who may read it. */
  readonly to: Action | Permission;
  /** The refusal where there is no such stream. */
  readonly unknown: () => DomainError;
  /** Behind the aggregate's path; default `:<id>`. */
  readonly at?: string;
  /** Name of the operation; default `read` and the category. */
  readonly operation?: string;
  /** Default: the state as it is. */
  readonly body?: (state: S, key: Key) => object;
}

/** What an aggregate is, however its commands come to it. */
interface Declared<C extends Command, S, E extends DomainEvent, Key> {
  readonly streams: Streams<S, Key>;
  readonly decider: Decider<C, S, E>;
  readonly events: NoInfer<EventTable<E>>;
  /** The types whose events may say nothing beyond that they happened; default: none may. */
  readonly bare?: NoInfer<readonly E['type'][]>;
  /** How a stream's history is told in plain words. */
  readonly account: Telling;
}

/** The routes of an aggregate. */
interface Routes<C extends Command, S, Id extends string, Key> {
  /** First part of every route: `tools`. */
  readonly path: string;
  /** Name of the entity's id, in the path and in the data that creates it: `tool`. */
  readonly id: Id;
  readonly commands: NoInfer<Commands<C, Id>>;
  /** Default: it is shown by read models alone. */
  readonly shows?: NoInfer<Showing<S, Key>>;
}

/** Of an aggregate that is only written along with others. */
interface NoRoutes {
  readonly commands: typeof inner;
}

/** All there is to say of an aggregate. */
export type Declaration<
  C extends Command,
  S,
  E extends DomainEvent,
  Id extends string,
  Key,
> = Declared<C, S, E, Key> & (Routes<C, S, Id, Key> | NoRoutes);

/** A command that has a route. */
export interface Routed {
  readonly type: string;
  /** Its name in the description of the API, which no other operation has. */
  readonly operation: string;
  readonly manner: Given<unknown>['manner'];
  readonly form: Given<object>['form'];
  readonly permission: Permission;
}

/**
 * What follows from the declaration of an aggregate: how its streams are read, its controllers, and
 * its handlers on Nest's buses. Nothing of it is written anywhere else.
 */
export function aggregate<
  C extends Command,
  S,
  E extends DomainEvent,
  const Id extends string,
  Key = string,
>(declaration: Declaration<C, S, E, Id, Key>) {
  const { streams, decider, events, account, bare } = declaration;
  const routes = 'path' in declaration ? declaration : undefined;
  const { category } = streams;
  const routed = routedOf(category, routes?.commands ?? {});
  const read = { category, decider, types: events, account, ...(bare && { bare }) };
  const message = messageOf<C>(category);
  const question = questionOf<Key>(category);
  const shows = routes?.shows;
  return {
    ...read,
    streams,
    routed,
    /** The message that carries a request to the handler of this aggregate's commands. */
    Handle: message,
    /** The question for the state of one stream. */
    Read: question,
    /** Of its commands, and of its question. */
    permissions: permissionsOf(routed, shows),
    /** A route for each command, and one for the question. */
    controllers: routes ? controllersOf({ ...routes, streams, routed, message, question }) : [],
    /** The handlers on the CommandBus and the QueryBus; who helps them is required where a command asks to know something. */
    handledBy: (
      ...helpers: Helpers<C, S, E>
    ): [Type<ICommandHandler>, ...Type<IQueryHandler>[]] => [
      handlerOf({ message, aggregate: read, streams, id: routes?.id, helpers: helpers[0] ?? {} }),
      ...(shows ? [readerOf({ question, aggregate: read, streams, unknown: shows.unknown })] : []),
    ],
  };
}

/** An aggregate as the server lists it, whatever its types. */
export interface AnyAggregate extends Readable {
  readonly types: EventTable<DomainEvent>;
  readonly bare?: readonly string[];
  readonly account: Telling;
  readonly routed: ReadonlyMap<string, Routed>;
  readonly permissions: readonly Permission[];
}

/** The module of a context, with the aggregates that it declares. */
export interface ContextModule extends Type<object> {
  readonly aggregates: readonly AnyAggregate[];
}

function controllersOf<C extends Command, S, Id extends string, Key>({
  shows,
  ...routes
}: Omit<Routes<C, S, Id, Key>, 'commands'> & {
  readonly streams: Streams<S, Key>;
  readonly routed: ReadonlyMap<string, Routed>;
  readonly message: Message<C>;
  readonly question: Question<Key>;
}): Type<object>[] {
  const commands = routes.routed.size > 0 ? [commandController(routes)] : [];
  return shows ? [...commands, readingController({ ...shows, ...routes })] : commands;
}

function permissionsOf(
  routed: ReadonlyMap<string, Routed>,
  shows: { readonly to: Action | Permission } | undefined,
): readonly Permission[] {
  const ofCommands = [...routed.values()].map(({ permission }) => permission);
  // An action of the table of identity is listed there.
  return typeof shows?.to === 'object' ? [...ofCommands, shows.to] : ofCommands;
}

function routedOf(category: string, commands: object): ReadonlyMap<string, Routed> {
  const given = Object.entries(commands as Record<string, Given<object> | { manner: 'inner' }>);
  return new Map(
    given.flatMap(([type, each]) => {
      if (each.manner === 'inner') return [];
      const { manner, form, roles, shared } = each;
      const permission = { action: kebabCase(type), roles };
      const operation = operationOf(type, shared && category);
      return [[type, { type, operation, manner, form, permission }]];
    }),
  );
}
