import { Controller, Get, Inject, type Type } from '@nestjs/common';
import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  Forbidden,
  type Command,
  type DomainError,
  type DomainEvent,
  type Streams,
} from '@app/kernel';
import { Executor, type Aggregate, type Folded } from '@app/event-store';
import {
  addMethod,
  AnswersVersionOf,
  FromRequest,
  SlugPipe,
  versioned,
  type Sent,
} from '@app/http';
import { Can } from '@app/identity';
import { called, pascalCase } from './names.js';
import type { Showing } from './showing.js';

/** Asks for the state of one stream. */
export type Question<Key> = new (key: Key) => { readonly key: Key };

export function questionOf<Key>(category: string): Question<Key> {
  class Read {
    constructor(readonly key: Key) {}
  }
  return called(Read, 'Read', category);
}

interface Read<C extends Command, S, E extends DomainEvent, Key> {
  readonly question: Question<Key>;
  readonly aggregate: Aggregate<C, S, E>;
  readonly streams: Streams<S, Key>;
  readonly unknown: () => DomainError;
  readonly ships?: ((key: Key) => boolean) | undefined;
}

/** The handler of the question: the stream as it is stored now, or the refusal where there is none. */
export function readerOf<C extends Command, S, E extends DomainEvent, Key>({
  question,
  aggregate,
  streams,
  unknown,
  ships,
}: Read<C, S, E, Key>): Type<IQueryHandler> {
  @QueryHandler(question)
  class Reader implements IQueryHandler<{ readonly key: Key }> {
    constructor(@Inject(Executor) private readonly executor: Executor) {}

    async execute({ key }: { readonly key: Key }): Promise<Folded<S>> {
      const folded = await this.executor.load(aggregate, streams.named(key));
      if (folded.version > 0 || ships?.(key)) return folded;
      throw unknown();
    }
  }
  return called(Reader, 'Read', streams.category, 'Handler');
}

interface Shown<S, Key> extends Showing<S, Key> {
  readonly path: string;
  readonly id: string;
  readonly streams: Streams<S, Key>;
  readonly question: Question<Key>;
}

/** The controller that shows one entity, by the ids in its path. */
export function readingController<S, Key>({
  path,
  id,
  streams: { category, parts },
  question,
  ...showing
}: Shown<S, Key>): Type<object> {
  const { at = `:${id}`, operation = `read${pascalCase(category)}`, as, summary, to } = showing;
  const names = [...at.matchAll(/:(\w+)/g)].map(([, name]) => name!);

  @ApiTags(path)
  @Controller(path)
  class ReadingController {
    constructor(@Inject(QueryBus) readonly queries: QueryBus) {}
  }

  addMethod(ReadingController, operation, {
    decorators: [
      Get(at),
      Can(to),
      ...names.map((name) => ApiParam({ name, schema: { type: 'string' } })),
      AnswersVersionOf(as),
      ApiOperation({ operationId: operation, summary }),
    ],
    parameters: [
      { type: Object, decorate: FromRequest() },
      ...names.map((name) => ({ type: String, name, pipe: SlugPipe })),
    ],
    async handle(this: ReadingController, { principal }: Sent, ...ids: string[]) {
      const named = Object.fromEntries(names.map((name, index) => [name, ids[index]]));
      const key = (parts ? named : named[id]) as Key;
      if (showing.shownTo?.(key, principal) === false) throw ofAnother();
      const { version, state }: Folded<S> = await this.queries.execute(new question(key));
      return versioned(version, showing.body ? showing.body(state, key) : (state as object));
    },
  });
  return called(ReadingController, 'Read', category, 'Controller');
}

function ofAnother(): Forbidden {
  return new Forbidden('of-another', {
    zh: '此项属于他人，您无权查看',
    en: 'it is another person’s, and not shown to you',
  });
}
