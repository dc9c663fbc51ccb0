import { accountOf, accountText, pointInHistoryOf, kindOf, replay, type Replay } from '@app/audit';
import type { EventStore } from '@app/event-store';
import { NotFound, type Language } from '@app/kernel';
import { contextsOn, streamKinds } from '../../../server/src/declared.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import { json, type Output } from '../output.js';
import { eventsText, leftOutText, replayHeading } from './replay-words.js';

export interface ReplayOptions {
  readonly version?: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

/** Shows a stream's past: its plain account where it has one, and what each event changed. */
export function runReplay(
  stream: string,
  where: Where,
  output: Output,
  options: ReplayOptions,
): Promise<ExitCode> {
  const ask = pointInHistoryOf(options);
  return onStore(where, async (store) => {
    const past = await replay(store, streamKinds, stream, ask).catch(async (error: unknown) => {
      throw isNoStream(error) ? noStream(error, await streamsOf(store, stream)) : error;
    });
    if (options.json) output.result(json(past));
    else output.result(await describe(store, past, output.language));
    return EXIT.ok;
  });
}

function isNoStream(error: unknown): error is NotFound {
  return error instanceof NotFound && error.code === 'stream-not-found';
}

/** The streams whose id alone was given, of whichever category. */
async function streamsOf(store: EventStore, id: string): Promise<string[]> {
  const names = streamKinds.map(({ category }) => `${category}-${id}`);
  const found = await store.readStreams(names);
  return names.filter((name) => found.get(name)?.length);
}

function noStream(error: NotFound, instead: readonly string[]): NotFound {
  if (instead.length === 0) return error;
  const { code, says } = error;
  return new NotFound(code, {
    zh: `${says.zh}；有 ${instead.join('、')}`,
    en: `${says.en}; there is ${instead.join(' and ')}`,
  });
}

async function describe(store: EventStore, past: Replay, language: Language): Promise<string> {
  const parts = [
    replayHeading(past)[language],
    ...(await accountIn(store, past, language)),
    eventsText(past, language),
    leftOutText(past, language),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

async function accountIn(
  store: EventStore,
  { stream, asked }: Replay,
  language: Language,
): Promise<string[]> {
  if (!kindOf(streamKinds, stream)?.account) return [];
  const sources = { store, kinds: streamKinds, contexts: contextsOn(store) };
  const account = await accountOf(sources, stream, { ...asked, language });
  return [accountText(account).trimEnd()];
}
