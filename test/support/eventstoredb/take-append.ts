import { setTimeout as sleep } from 'node:timers/promises';
import type { Metadata } from '@grpc/grpc-js';
import type { Outcome, Write } from './memory-log.js';
import { refusalOf, type Node } from './node.js';

/**
 * Stores a write, unless the faults say otherwise; undefined when it is never to be answered.
 *
 * @throws Refusal
 */
export async function takeAppend(
  { log, faults, ...node }: Node,
  headers: Metadata,
  write: Write,
): Promise<Outcome | undefined> {
  const refusal = refusalOf({ log, faults, ...node }, 'append', headers);
  if (refusal) throw refusal;
  const { swallow, answerAppendsAfterMs } = faults;
  if (swallow === 'append') return undefined;
  const outcome = log.append(write);
  if (answerAppendsAfterMs > 0) await sleep(answerAppendsAfterMs);
  return swallow === 'answer' ? undefined : outcome;
}
