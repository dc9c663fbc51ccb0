import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from './log-record.js';

/** Which events a subscription to the whole log wants. */
export interface Filter {
  readonly matches: (record: LogRecord) => boolean;
  /** A checkpoint after so many events that were looked at. */
  readonly checkpointEvery: number;
}

const DEFAULT_WINDOW = 32;

/** By the prefix or the regular expression of the stream's name or the event's type. */
export function filterIn(options: ReadReq.Options.FilterOptions | undefined): Filter | undefined {
  if (!options) return undefined;
  const expression = options.getStreamIdentifier() ?? options.getEventType();
  const of = options.hasStreamIdentifier() ? 'stream' : 'type';
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = new RegExp(expression?.getRegex() ?? '');
  const matches = (record: LogRecord) =>
    prefixes.length > 0
      ? prefixes.some((prefix) => record[of].startsWith(prefix))
      : pattern.test(record[of]);
  const window = options.getMax() || DEFAULT_WINDOW;
  return { matches, checkpointEvery: window * options.getCheckpointintervalmultiplier() };
}
