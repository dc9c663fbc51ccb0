import { shared, streams, type ReadReq } from '@app/internals/src/eventstore-protocol.js';

export type Direction = 'forward' | 'backward';

/** A range of a stream or of the log. */
export interface Range {
  /** First version of a stream, or position in the log; default: where the direction begins. */
  readonly from?: bigint | undefined;
  readonly direction?: Direction | undefined;
  readonly limit?: number | undefined;
}

/** What stands for no limit where the protocol wants a number. */
const ALL_THERE_ARE = String(Number.MAX_SAFE_INTEGER);

/** Events that the server looks at before it says how far it is, and before it asks for more of them. */
const WINDOW = 100;

/** A stream, from a version on. */
export function streamRequest(
  stream: string,
  { from, direction = 'forward', limit }: Range,
): ReadReq {
  const of = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(stream)),
  );
  if (from !== undefined) of.setRevision(String(from - 1n));
  else if (direction === 'forward') of.setStart(new shared.Empty());
  else of.setEnd(new shared.Empty());
  return requestOf(options().setStream(of), direction, limit);
}

/**
 * The log: forward from a position on, or backward what stands before it.
 *
 * @param names a regular expression for the streams whose events are wanted; default: all
 */
export function logRequest({ from, direction = 'forward', limit }: Range, names?: string): ReadReq {
  const of = new streams.ReadReq.Options.AllOptions();
  if (from !== undefined) of.setPosition(positionAt(from));
  else if (direction === 'forward') of.setStart(new shared.Empty());
  else of.setEnd(new shared.Empty());
  return requestOf(filtered(options().setAll(of), names), direction, limit);
}

/** What comes after a position, those stored and then those to come; 0 is before the first. */
export function followRequest(after: bigint, names: string): ReadReq {
  const of = new streams.ReadReq.Options.AllOptions();
  if (after === 0n) of.setStart(new shared.Empty());
  else of.setPosition(positionAt(after));
  const following = new streams.ReadReq.Options.SubscriptionOptions();
  const wanted = filtered(options().setAll(of), names).setSubscription(following);
  return new streams.ReadReq().setOptions(wanted);
}

function requestOf(
  wanted: ReadReq.Options,
  direction: Direction,
  limit: number | undefined,
): ReadReq {
  const { FORWARDS, BACKWARDS } = streams.ReadReq.Options.ReadDirection;
  wanted.setReadDirection(direction === 'forward' ? FORWARDS : BACKWARDS);
  wanted.setCount(limit === undefined ? ALL_THERE_ARE : String(limit));
  if (!wanted.hasFilter()) wanted.setNoFilter(new shared.Empty());
  return new streams.ReadReq().setOptions(wanted);
}

function options(): ReadReq.Options {
  const ids = new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty());
  return new streams.ReadReq.Options().setResolveLinks(false).setUuidOption(ids);
}

function filtered(wanted: ReadReq.Options, names: string | undefined): ReadReq.Options {
  if (names === undefined) return wanted;
  const { FilterOptions } = streams.ReadReq.Options;
  const expression = new FilterOptions.Expression().setRegex(names);
  const filter = new FilterOptions().setStreamIdentifier(expression).setMax(WINDOW);
  return wanted.setFilter(filter.setCheckpointintervalmultiplier(1));
}

function positionAt(position: bigint): ReadReq.Options.Position {
  const [at, text] = [new streams.ReadReq.Options.Position(), String(position)];
  return at.setCommitPosition(text).setPreparePosition(text);
}
