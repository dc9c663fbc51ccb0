import type { Language } from '@app/kernel';
import type { Contexts, EventTypes } from '@app/event-store';

/** One line of a plain account. */
export interface AccountLine {
  readonly text: string;
  /** Opens a section, such as a visit; default: an ordinary line. */
  readonly heading?: boolean;
  /** The version of the event that the line tells of; absent where it tells of none or of several. */
  readonly version?: number;
}

/**
 * How the streams of one category are read: `ticket` for `ticket-T-2026-0001`. States and event
 * data must be plain JSON values, because changes are told as JSON pointers into them.
 */
export interface StreamKind {
  readonly category: string;
  readonly decider: {
    readonly initialState: () => unknown;
    readonly evolve: (state: never, event: never) => unknown;
  };
  /** The published event types, for reading what older versions of the software wrote. */
  readonly types: EventTypes;
  /** The types whose events may say nothing beyond that they happened; default: none may. */
  readonly bare?: readonly string[];
  /** How the stream's history is told in plain words; absent: it is not. */
  readonly account?: Telling;
  /** Who may read a stream's history, of those who may read histories at all; default: everybody. */
  readonly mayRead?: MayRead;
}

/** Whether somebody may read the history of a stream; where that depends on other streams, they are asked. */
export type MayRead = (
  stream: string,
  reader: { readonly id: string; readonly roles: readonly string[] },
  contexts: Contexts,
) => boolean | Promise<boolean>;

/** A plain account of the events of a stream. */
export interface Telling {
  /** The ids of the employees whom it speaks of, each once; other ids may be among them. */
  readonly mentions: (events: never) => readonly string[];
  /**
   * Line by line. What takes long is handed out little by little, with null where work was done that
   * has no line: whoever reads a long account lets others have their turn in between.
   *
   * @param names of those employees, by their ids; whoever has none is called by the id
   */
  readonly tell: (
    events: never,
    language: Language,
    names: ReadonlyMap<string, string>,
  ) => Iterable<AccountLine | null>;
}

/** The token under which the application provides its StreamKinds. */
export const STREAM_KINDS = Symbol('stream kinds');

/**
 * The kind of a stream; of two categories that both begin its name, the longer one's.
 * Undefined when nobody has published its category.
 */
export function kindOf(kinds: readonly StreamKind[], stream: string): StreamKind | undefined {
  return kinds
    .filter(({ category }) => stream === category || stream.startsWith(`${category}-`))
    .reduce<StreamKind | undefined>(
      (longest, kind) =>
        longest && longest.category.length >= kind.category.length ? longest : kind,
      undefined,
    );
}
