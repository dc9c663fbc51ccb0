import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { filterIn, type Filter } from './filter.js';
import type { LogRecord } from './log-record.js';
import type { MemoryLog } from './memory-log.js';
import type { Outlet } from './outlet.js';
import { streamDeleted } from './refusal.js';
import { nameIn } from './requests.js';
import { caughtUp, checkpoint, confirmation } from './responses.js';

/** What is subscribed to; the records of it grow. */
interface Source {
  readonly records: () => readonly LogRecord[];
  /** Index of the first record to deliver. */
  readonly from: number;
  readonly filter: Filter | undefined;
  /** @throws Refusal nothing more can come */
  readonly check: () => void;
}

/**
 * What comes after a place, then `caughtUp`, then what is written. With a filter, checkpoints tell
 * how far it has looked: after so many events, and where it has caught up.
 *
 * @throws Gone
 * @throws Refusal the stream was deleted for good
 */
export async function subscribe(
  log: MemoryLog,
  options: ReadReq.Options,
  outlet: Outlet,
): Promise<void> {
  await outlet.send(confirmation(randomUUID()));
  const source = options.hasStream() ? ofStream(log, options) : ofAll(log, options);
  log.events.on('grown', outlet.wake);
  try {
    await follow(source, outlet);
  } finally {
    log.events.off('grown', outlet.wake);
  }
}

async function follow({ records, from, filter, check }: Source, outlet: Outlet): Promise<void> {
  let [next, considered] = [from, 0];
  const deliver = async () => {
    for (; next < records().length; next++) {
      const record = records()[next]!;
      if (!filter || filter.matches(record)) await outlet.give(record);
      if (!filter || ++considered < filter.checkpointEvery) continue;
      considered = 0;
      await outlet.send(checkpoint(record.position));
    }
    check();
  };
  await deliver();
  if (filter && considered > 0) await outlet.send(checkpoint(records()[next - 1]!.position));
  await outlet.send(caughtUp());
  for (;;) {
    await deliver();
    // What was written while a message waited for its reader has woken nobody.
    if (next === records().length) await outlet.sleep();
  }
}

function ofAll(log: MemoryLog, options: ReadReq.Options): Source {
  const all = options.getAll();
  const after = all?.getPosition()?.getCommitPosition();
  const start = all?.hasEnd() ? log.records.length : 0;
  return {
    records: () => log.records,
    from: after === undefined ? start : log.indexOf(BigInt(after) + 1n),
    filter: filterIn(options.getFilter()),
    check: () => undefined,
  };
}

function ofStream(log: MemoryLog, options: ReadReq.Options): Source {
  const stream = options.getStream();
  const name = stream ? nameIn(stream) : '';
  const { records, truncateBefore } = log.stream(name);
  const start = stream?.hasEnd() ? records.length : 0;
  const from = stream?.hasRevision() ? Number(stream.getRevision()) + 1 : start;
  const check = () => {
    if (log.stream(name).tombstoned) throw streamDeleted(name);
  };
  return {
    records: () => log.stream(name).records,
    from: Math.max(from, truncateBefore),
    filter: undefined,
    check,
  };
}
