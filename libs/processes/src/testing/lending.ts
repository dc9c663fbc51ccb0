import {
  commandOf,
  Executor,
  type Aggregate,
  type CommandRequest,
  type EventStore,
} from '@app/event-store';
import {
  eventTable,
  none,
  NotPossible,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
} from '@app/kernel';
import { happened } from '@app/policy';
import { send, type Process } from '../process.js';
import { CommandSender } from '../sender.js';

/* A lending library, small but whole: who borrows has it counted, and who is late is reminded. */

export type BookEvent =
  | DomainEvent<'BookLent', { reader: string; until: string }>
  | DomainEvent<'BookReturned', object>
  | DomainEvent<'ReaderReminded', object>;
type BookCommand =
  | Command<'LendBook', { reader: string; until: string }>
  | Command<'ReturnBook', object>
  | Command<'RemindReader', object>;
interface Book {
  readonly lent: boolean;
}

export const books = streams<Book>('book');
export const readers = streams<{ loans: number }>('reader');

export const bookTypes = eventTable<BookEvent>(
  {
    BookLent: { reader: 'li', until: '2026-03-02T02:00:00.000Z' },
    BookReturned: {},
    ReaderReminded: {},
  },
  none('BookLent', 'BookReturned', 'ReaderReminded'),
);

const bookDecider: Decider<BookCommand, Book, BookEvent> = {
  initialState: () => ({ lent: false }),
  evolve: (book, { type }) => (type === 'ReaderReminded' ? book : { lent: type === 'BookLent' }),
  decide(command, { lent }) {
    if (command.type === 'LendBook') return [happened(command, 'BookLent', command.data)];
    if (!lent) return [];
    return command.type === 'ReturnBook'
      ? [happened(command, 'BookReturned', {})]
      : [happened(command, 'ReaderReminded', {})];
  },
};

type LoanCounted = DomainEvent<'LoanCounted', { nth: number }>;
type CountLoan = Command<'CountLoan', { nth: number }>;

/** A reader may be counted three loans. */
const readerDecider: Decider<CountLoan, { loans: number }, LoanCounted> = {
  initialState: () => ({ loans: 0 }),
  evolve: ({ loans }) => ({ loans: loans + 1 }),
  decide(command, { loans }) {
    if (loans >= 3) throw new NotPossible('too-many-loans', { zh: '借阅过多', en: 'too many' });
    return [happened(command, 'LoanCounted', command.data)];
  },
};

/** Readers whose events the process fails on, for as long as they stand here. */
export const poisonous = new Set<string>();

export const remindWhenOverdue: Process<{ loans: number }, BookEvent> = {
  name: 'remind-when-book-is-overdue',
  startsAt: 'first-event',
  handles: bookTypes,
  initialState: { loans: 0 },
  evolve: (state, { type }) => (type === 'BookLent' ? { loans: state.loans + 1 } : state),
  react({ stream, type, data }, { loans }) {
    const book = stream.slice('book-'.length);
    if (type === 'BookReturned') return [{ withdraw: 'return' }];
    if (type === 'ReaderReminded') return [];
    if (poisonous.has(data.reader)) throw new Error('no such reader');
    return [
      send(readers, data.reader, 'CountLoan', { nth: loans + 1 }),
      { deadline: 'return', at: data.until, send: send(books, book, 'RemindReader') },
    ];
  },
};

/** Without the types of its state and events, as a server lists it. */
export const everyProcess: readonly Process[] = [remindWhenOverdue];

const aggregates: Record<string, Aggregate<never, never, never>> = {
  book: { decider: bookDecider, types: bookTypes } as never,
  reader: {
    decider: readerDecider,
    types: eventTable<LoanCounted>({ LoanCounted: { nth: 1 } }, none('LoanCounted')),
  } as never,
};

/** Carries commands out as the server does, on the executor. */
export class Library extends CommandSender {
  private readonly executor: Executor;

  constructor(store: EventStore) {
    super();
    this.executor = new Executor(store);
  }

  async send(category: string, request: CommandRequest): Promise<unknown> {
    const aggregate = aggregates[category];
    if (!aggregate) throw new TypeError(`nobody takes commands of ${category}`);
    return this.executor.execute({
      request,
      stream: `${category}-${request.id}`,
      aggregate,
      command: () => commandOf(request) as never,
    });
  }
}
