import { TestEnvironment } from 'jest-environment-node';

/** @type {Promise<typeof import('./server-code.js')> | undefined} */
let loaded;

/** Outside of Jest's own modules, where what is loaded stays from file to file of a worker. */
async function loadServerCode() {
  await import('./register-typescript.mjs');
  return import('./server-code.ts');
}

/** Node, and the server's code for those who ask for it: Jest alone would load it anew for every file. */
export default class Environment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadServerCode = () => (loaded ??= loadServerCode());
  }
}
