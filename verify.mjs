/**
 * `npm run verify`: what must hold of the sources besides their tests. As many checks run at once as the
 * machine has cores, each tells what it found when it ends, and all run even if one fails.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';

/** The longest first. */
const CHECKS = ['lint', 'types', 'docs:check', 'boundaries', 'dead-code', 'format:check'];

/** @returns the names of those of the queue that failed, one after the other */
async function work(queue) {
  const failed = [];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const check = spawn(`npm run --silent ${name} 2>&1`, {
      shell: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => check.once('close', resolve));
    const told = await text(check.stdout);
    const holds = (await ended) === 0;
    process.stdout.write(`== ${name}: ${holds ? 'ok' : 'FAILED'}\n${told}`);
    if (!holds) failed.push(name);
  }
  return failed;
}

const queue = [...CHECKS];
const workers = Array.from({ length: availableParallelism() }, () => work(queue));
const failed = (await Promise.all(workers)).flat();
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
