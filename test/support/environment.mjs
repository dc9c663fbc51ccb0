import { TestEnvironment } from 'jest-environment-node';

/** @type {Promise<typeof import('./server-code.js')> | undefined} */
let loaded;

/** Outside of Jest's own modules, where what is loaded stays from file to file of a worker. */
async function loadServerCode() {
  await import('./register-typescript.mjs');
  return import('./server-code.ts');
}

/**
 * A bound is there for what hangs, and not for how fast something is: on a machine that is busy with other
 * things each lasts so many times as long.
 */
const PATIENCE = 4;

/** Node, and the server's code for those who ask for it: Jest alone would load it anew for every file. */
export default class Environment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadServerCode = () => (loaded ??= loadServerCode());
  }

  /** @param {{ name: string }} event @param {{ testTimeout: number, rootDescribeBlock: Bounded }} state */
  handleTestEvent({ name }, state) {
    if (name !== 'run_start') return;
    state.testTimeout *= PATIENCE;
    lengthen(state.rootDescribeBlock);
  }
}

/**
 * A hook or a test, or a block of such.
 *
 * @typedef {{ timeout?: number, hooks?: Bounded[], children?: Bounded[] }} Bounded
 * @param {Bounded} bounded
 */
function lengthen(bounded) {
  if (bounded.timeout) bounded.timeout *= PATIENCE;
  for (const each of [...(bounded.hooks ?? []), ...(bounded.children ?? [])]) lengthen(each);
}
