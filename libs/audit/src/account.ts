import { setImmediate } from 'node:timers/promises';
import { NotFound, type Language } from '@app/kernel';
import { isOfClaims, type Contexts, type EventStore, type RecordedEvent } from '@app/event-store';
import { refuseBeyondEnd, type PointInHistory } from './point-in-history.js';
import { existingVersion, steps } from './replay.js';
import { staffNames } from './staff-names.js';
import { kindOf, type AccountLine, type StreamKind } from './stream-kind.js';

/** The plain account of a stream's past. */
export interface Account {
  readonly stream: string;
  /** The stream's newest version, whatever was asked. */
  readonly version: number;
  readonly language: Language;
  readonly lines: readonly AccountLine[];
}

/** What an account is told from. */
export interface AccountSources {
  readonly store: EventStore;
  readonly kinds: readonly StreamKind[];
  /** For the names of the staff. */
  readonly contexts: Contexts;
}

/**
 * A stream's past in plain words; of what was claimed there, and not changed yet, it says nothing. It
 * holds all events that it tells of in memory, and looks the names of all who are mentioned up once.
 * People have the names of today, by which they can be asked; in an account as it was known at an
 * earlier time the names that they had then, so that it reads as it read to whoever decided on it.
 *
 * @throws NotFound no such stream, not so many events yet, or `no-account`: its category has none
 */
export async function accountOf(
  { store, kinds, contexts }: AccountSources,
  stream: string,
  { language, ...ask }: PointInHistory & { readonly language: Language },
): Promise<Account> {
  const kind = kindOf(kinds, stream);
  const version = await existingVersion(store, stream);
  refuseBeyondEnd(ask, version);
  if (!kind?.account) {
    throw new NotFound('no-account', {
      zh: `流 ${stream} 没有文字说明`,
      en: `there is no account of ${stream}`,
    });
  }
  const events: RecordedEvent[] = [];
  const told = steps(store, kind, stream, { ...ask, version: ask.version ?? version });
  for await (const { event } of told) if (!isOfClaims(event)) events.push(event);
  const { mentions, tell } = kind.account;
  const names = await staffNames(contexts, mentions(events as never), ask.knownAt);
  return {
    stream,
    version,
    language,
    lines: await inSlices(tell(events as never, language, names)),
  };
}

/** How much of an account is told in one turn of the event loop. */
const SLICE = 50;

/** The lines, told a slice at a time, so that a long account holds nobody else up. */
async function inSlices(told: Iterable<AccountLine | null>): Promise<readonly AccountLine[]> {
  const lines: AccountLine[] = [];
  let count = 0;
  for (const line of told) {
    if (line) lines.push(line);
    if (++count % SLICE === 0) await setImmediate();
  }
  return lines;
}

/** An account as plain text: headings stand after an empty line, between the marks of its language. */
export function accountText({ lines, language }: Pick<Account, 'lines' | 'language'>): string {
  const marked = (title: string) => (language === 'zh' ? `【${title}】` : `== ${title} ==`);
  const text = lines.map(({ text, heading }) => (heading ? `\n${marked(text)}` : text)).join('\n');
  return `${text.trimStart()}\n`;
}
