import { setImmediate as settled } from 'node:timers/promises';
import type { EventStore } from '../port.js';

const CALLS: readonly (string | symbol)[] = [
  'append',
  'readStream',
  'readStreams',
  'caseCollisionOf',
] satisfies (keyof EventStore)[];

/**
 * Lets the store's calls of several processes through one at a time, in an order that the test
 * says, so that every way in which they can meet is tried and none is left to luck.
 */
export class Interleaving {
  private readonly waiting: (() => Promise<void>)[][] = [];
  private running = false;

  /** The store of one more process: its calls wait for their turn while `run` is at work. */
  through(store: EventStore): EventStore {
    const own: (() => Promise<void>)[] = [];
    this.waiting.push(own);
    return new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const call = (...given: unknown[]) => value.apply(target, given) as unknown;
        if (!CALLS.includes(name)) return call;
        return (...given: unknown[]) =>
          this.running
            ? new Promise((resolve, reject) =>
                own.push(() => Promise.resolve(call(...given)).then(resolve, reject)),
              )
            : call(...given);
      },
    });
  }

  /**
   * How the works of the processes end, one work for each, in their order.
   *
   * @param order whose call is next, by number; where that one has none, or nothing is said any
   *   more, the first that has one
   */
  async run<Result>(
    order: readonly number[],
    works: readonly (() => Promise<Result>)[],
  ): Promise<PromiseSettledResult<Result>[]> {
    this.running = true;
    let open = works.length;
    const ends = Promise.allSettled(works.map((work) => work().finally(() => open--)));
    for (let step = 0; open > 0;) {
      await settled();
      const named = this.waiting[order[step] ?? 0];
      const having = named?.length ? named : this.waiting.find(({ length }) => length > 0);
      if (!having) continue;
      step++;
      await having.shift()!();
    }
    this.running = false;
    return ends;
  }
}
