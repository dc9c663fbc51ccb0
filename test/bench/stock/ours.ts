import { Executor } from '@app/event-store';
import type { Filling, Subject } from '../harness.js';
import { OLD, openBooks, skuOf, soldOne } from './books.js';

/** Commands of one material, until the next is taken: so it stays a fresh one. */
const FRESH_FOR = 50;

/** Sells one piece after another of the materials in turn, through the executor. */
export function ours(skus: number, filling: Filling): Subject {
  return {
    name: 'ours',
    filling,
    async open(url) {
      const { store, executor } = await openBooks(url);
      let next = 0;
      const step = async () => {
        await soldOne(executor, skuOf(next++ % skus));
        return 1;
      };
      return { step, close: () => store.close() };
    },
  };
}

/**
 * Sells one piece after another of one material.
 *
 * @param cold whether each command begins with nothing kept in memory
 * @param of the one with much behind it, or fresh ones
 */
export function oneMaterial(
  of: 'old' | 'fresh',
  cold: boolean,
  { filling, fresh }: { readonly filling: Filling; readonly fresh: number },
): Subject {
  let commands = 0;
  const skuNow = () => (of === 'old' ? OLD : skuOf(Math.floor(commands++ / FRESH_FOR) % fresh));
  return {
    name: of === 'old' ? 'behind 100,000' : 'fresh',
    filling,
    async open(url) {
      const { store, executor } = await openBooks(url);
      const step = async () => {
        await soldOne(cold ? new Executor(store) : executor, skuNow());
        return 1;
      };
      return { step, close: () => store.close() };
    },
  };
}
