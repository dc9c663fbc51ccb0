import type { handleServerStreamingCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { exists } from './expected-version.js';
import { filterIn } from './filter.js';
import type { LogRecord } from './log-record.js';
import type { MemoryLog } from './memory-log.js';
import { refusalOf, type Node } from './node.js';
import { Gone, Outlet } from './outlet.js';
import { asRefusal, streamDeleted } from './refusal.js';
import { nameIn } from './requests.js';
import { streamNotFound } from './responses.js';
import { subscribe } from './subscribe.js';

/** `Streams.Read`: a stream or the whole log, once or as a subscription. */
export function read(node: Node): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    const answer = async () => {
      const refusal = refusalOf(node, 'read', call.metadata);
      if (refusal) throw refusal;
      const options = call.request.getOptions() ?? new streams.ReadReq.Options();
      const outlet = new Outlet(call, node.given);
      if (options.hasSubscription()) return subscribe(node.log, options, outlet);
      await readOnce(node.log, options, outlet);
      call.end();
    };
    answer().catch((error: unknown) => {
      if (!(error instanceof Gone)) call.emit('error', asRefusal(error));
    });
  };
}

async function readOnce(log: MemoryLog, options: ReadReq.Options, outlet: Outlet): Promise<void> {
  const stream = options.getStream();
  const name = stream && nameIn(stream);
  if (name !== undefined && log.stream(name).tombstoned) throw streamDeleted(name);
  if (name !== undefined && !exists(log.stream(name))) return outlet.send(streamNotFound(name));
  let left = BigInt(options.getCount());
  for (const record of name === undefined ? ofAll(log, options) : ofStream(log, name, options)) {
    if (left-- <= 0n) return;
    await outlet.give(record);
  }
}

/** Those of the whole log that the filter wants. */
function* ofAll(log: MemoryLog, options: ReadReq.Options): Iterable<LogRecord> {
  const filter = filterIn(options.getFilter());
  for (const record of wholeLog(log, options)) if (!filter || filter.matches(record)) yield record;
}

/** The whole log: forward with the event that stands at the position, backward without it. */
function* wholeLog(log: MemoryLog, options: ReadReq.Options): Iterable<LogRecord> {
  const all = options.getAll();
  const from = all?.getPosition()?.getCommitPosition();
  const { records } = log;
  let next = all?.hasEnd() ? records.length : 0;
  if (from !== undefined) next = log.indexOf(BigInt(from));
  if (isBackward(options)) while (next-- > 0) yield records[next]!;
  else for (; next < records.length; next++) yield records[next]!;
}

/** A stream, in either direction with the revision that is named. */
function* ofStream(log: MemoryLog, name: string, options: ReadReq.Options): Iterable<LogRecord> {
  const stream = options.getStream();
  const { records, truncateBefore } = log.stream(name);
  const end = isBackward(options) ? records.length - 1 : records.length;
  let next = stream?.hasEnd() ? end : 0;
  if (stream?.hasRevision()) next = Math.min(Number(stream.getRevision()), end);
  if (isBackward(options)) for (; next >= truncateBefore; next--) yield records[next]!;
  else for (next = Math.max(next, truncateBefore); next < end; next++) yield records[next]!;
}

function isBackward(options: ReadReq.Options): boolean {
  return options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
}
