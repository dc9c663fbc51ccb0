import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeLog } from '../append/ours.js';
import type { Subject } from '../harness.js';
import { checkOrder } from './order.js';

/** How long a process appends before it answers, in milliseconds. */
const TURN = 250;

/** So many server processes on one database, each with so many writers. */
export function processes(count: number, writers: number): Subject {
  return {
    name: count === 1 ? 'one process' : `${count} processes`,
    workers: count,
    async open(url) {
      await makeLog(url);
      const children = await Promise.all(Array.from({ length: count }, () => start(url, writers)));
      const step = async (worker: number) => {
        const answer = once(children[worker]!, 'message');
        children[worker]!.send(TURN);
        const [events] = (await answer) as [number];
        return events;
      };
      return {
        step,
        async close() {
          await Promise.all(children.map(end));
          await checkOrder(url);
        },
      };
    },
  };
}

async function start(url: string, writers: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'writer.js'), [url, String(writers)]);
  await once(child, 'message');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
