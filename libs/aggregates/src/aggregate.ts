import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Command, Decider, DomainEvent, EventTable, Streams } from '@app/kernel';
import type { MayRead, Telling } from '@app/audit';
import type { Lookups, Readable } from '@app/event-store';
import type { Action, Permission } from '@app/identity';
import { commandController } from './command-controller.js';
import type { Commands, Given, internal, Routed } from './commands.js';
import { handlerOf, messageOf, type Helpers, type Message } from './command-handler.js';
import { lookedUp } from './looked-up.js';
import { kebabCase, operationOf } from './names.js';
import { questionOf, readerOf, readingController, type Question } from './reading.js';
import type { Showing, ShownAs } from './showing.js';

/** What an aggregate is, however its commands come to it. */
interface Declared<C extends Command, S, E extends DomainEvent, Key, Known> {
  readonly streams: Streams<S, Key>;
  readonly decider: Decider<C, S, E>;
  readonly events: NoInfer<EventTable<E>>;
  /**
   * The types whose events may be stored without data, since they say no more than that they
   * happened; default: none.
   */
  readonly bare?: NoInfer<readonly E['type'][]>;
  /**
   * The event type whose data is all that a stream folds to (ADR 24); default: none, every command
   * that finds nothing kept reads the whole stream.
   */
  readonly carriedBy?: NoInfer<E['type']>;
  /**
   * How what commands must know is looked up in other contexts. Default: the module names a decision
   * context where a command has a `known`.
   */
  readonly known?: Known;
  /** How a stream's history is told in plain words. */
  readonly account: Telling;
  /** Who may read a stream's history, of those who may read histories at all; default: everybody. */
  readonly mayRead?: MayRead;
}

/** The routes of an aggregate. */
interface Routes<C extends Command, S, Id extends string, Key, Body> {
  /** First part of every route: `tools`. */
  readonly path: string;
  /** Name of the entity's id, in the path and in the data that creates it: `tool`. */
  readonly id: Id;
  readonly commands: NoInfer<Commands<C, Id>>;
  /** Default: it is shown by read models alone. */
  readonly shows?: Showing<NoInfer<S>, NoInfer<Key>, Body> & ShownAs<S, Body>;
}

/** For an aggregate that has no routes: it changes only as a participant in commands to other streams. */
interface NoRoutes {
  readonly commands: typeof internal;
}

/** All there is to say of an aggregate. */
export type Declaration<
  C extends Command,
  S,
  E extends DomainEvent,
  Id extends string,
  Key,
  Known,
  Body,
> = Declared<C, S, E, Key, Known> & (Routes<C, S, Id, Key, Body> | NoRoutes);

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
  Known extends Lookups<C, S> | undefined = undefined,
  Body extends object = object,
>(declaration: Declaration<C, S, E, Id, Key, Known, Body>) {
  const { streams, decider, events, account, known } = declaration;
  const routes = 'path' in declaration ? declaration : undefined;
  const { category } = streams;
  const routed = routedOf(category, routes?.commands ?? {});
  const read = {
    category,
    decider,
    types: events,
    account,
    ...saidBesides(declaration),
  };
  const message = messageOf<C>(category);
  const question = questionOf<Key>(category);
  const shows = routes?.shows;
  const declared = known && { known: lookedUp(known) };
  return {
    ...read,
    streams,
    id: routes?.id,
    routed,
    /** The message that carries a request to the handler of this aggregate's commands. */
    Handle: message,
    /** The question for the state of one stream. */
    Read: question,
    /** Of its commands, and of its question. */
    permissions: permissionsOf(routed, shows),
    /** A route for each command, and one for the question. */
    controllers: routes ? controllersOf({ ...routes, streams, routed, message, question }) : [],
    /**
     * Providers: the handlers on the CommandBus and the QueryBus, and what they need. The decision
     * context is a required argument where a command has a `known` that is not declared.
     */
    handledBy: (...[given]: Helpers<C, S, E, Known>): [Type<ICommandHandler>, ...Type[]] => {
      const helpers: object = { ...declared, ...given };
      return [
        handlerOf({ message, aggregate: read, streams, id: routes?.id, helpers }),
        ...(shows ? [readerOf({ ...shows, question, aggregate: read, streams })] : []),
        ...(Object.values(helpers) as Type[]),
      ];
    },
  };
}

/** What most declarations leave out. */
function saidBesides<T extends { bare?: unknown; mayRead?: unknown; carriedBy?: unknown }>({
  bare,
  mayRead,
  carriedBy,
}: T): Pick<T, 'bare' | 'mayRead' | 'carriedBy'> {
  return {
    ...(bare !== undefined && { bare }),
    ...(mayRead !== undefined && { mayRead }),
    ...(carriedBy !== undefined && { carriedBy }),
  };
}

/** An aggregate as the server lists it, without the types of its commands, state and events. */
export interface AnyAggregate extends Readable {
  readonly types: EventTable<DomainEvent>;
  readonly bare?: readonly string[];
  readonly account: Telling;
  readonly mayRead?: MayRead;
  /** Name of the entity's id in its data, where it has routes. */
  readonly id: string | undefined;
  readonly routed: ReadonlyMap<string, Routed>;
  /** The message that carries a request to the handler of its commands. */
  readonly Handle: new (request: never) => object;
  readonly permissions: readonly Permission[];
  readonly controllers: readonly Type<object>[];
}

/** The module of a context, with the aggregates that it declares. */
export interface ContextModule extends Type<object> {
  readonly aggregates: readonly AnyAggregate[];
}

function controllersOf<C extends Command, S, Id extends string, Key>({
  shows,
  ...routes
}: Omit<Routes<C, S, Id, Key, object>, 'commands' | 'shows'> & {
  readonly shows?: Showing<S, Key>;
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
  // A text names an action that identity's own table of permissions already lists.
  return typeof shows?.to === 'object' ? [...ofCommands, shows.to] : ofCommands;
}

function routedOf(category: string, commands: object): ReadonlyMap<string, Routed> {
  const given = Object.entries(commands as Record<string, Given<object> | { manner: 'internal' }>);
  return new Map(
    given.flatMap(([type, each]) => {
      if (each.manner === 'internal') return [];
      const { manner, form, roles, who, shared } = each;
      const permission = { action: kebabCase(type), roles, ...(who !== undefined && { who }) };
      const operation = operationOf(type, shared && category);
      return [[type, { type, operation, manner, form, permission }]];
    }),
  );
}
