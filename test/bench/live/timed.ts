import { newId } from '@app/kernel';
import type { Running } from '../harness.js';

/** From where the time is counted to the moment at which the row can be read. */
export type From = 'append' | 'acknowledgement';

export interface Way<Appended> {
  readonly append: (ticket: string) => Promise<Appended>;
  /** Resolves when the ticket's row can be read. */
  readonly show: (appended: Appended) => Promise<void>;
}

/** One new ticket after another, each seen on the board before a worker's next. */
export function timed<Appended>(
  from: From,
  { append, show }: Way<Appended>,
): Pick<Running, 'before' | 'step'> {
  if (from === 'append') return { step: async () => show(await append(newId())).then(() => 1) };
  const acknowledged = new Map<number, Appended>();
  return {
    before: async (worker) => void acknowledged.set(worker, await append(newId())),
    step: async (worker) => show(acknowledged.get(worker)!).then(() => 1),
  };
}
