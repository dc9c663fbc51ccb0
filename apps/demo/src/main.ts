import { Checks, Client, Player, readScenario, type Scenario, type Tally } from '@app/scenario';
import { readEnvironment } from '../../server/src/environment.js';
import { startDemoServer, type DemoServer } from './demo-server.js';
import { SCENARIO } from './places.js';
import { Report, summaryOf } from './report.js';
import { DEMO_PASSWORD, whereToLook } from './where-to-look.js';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Plays the days and looks at what came of them; with `twice`, plays them again, which must change nothing. */
async function run(server: DemoServer, scenario: Scenario, twice: boolean): Promise<Tally> {
  const client = new Client(server.url);
  const auditor = scenario.people.find(({ roles }) => roles.includes('auditor'));
  if (!auditor) throw new Error('the scenario has nobody who may read everything: an auditor');
  const by = auditor.employee;
  const player = new Player(client, scenario, print);
  await player.prepare(server.operator, () => DEMO_PASSWORD);
  const tally = await player.play();
  const checks = new Checks(client, scenario, tally, by);
  await checks.all();
  if (twice) {
    const head = await checks.head();
    const again = await new Player(client, scenario).play();
    tally.failures.push(...again.failures.map((failure) => `played again: ${failure}`));
    if ((await checks.head()) !== head) tally.failures.push('playing it again stored something');
  }
  await new Report(client, scenario, by, print).all();
  return tally;
}

/** A signal ends everything in good order, also one that comes while the days are being played. */
function stopOnSignal(starting: Promise<DemoServer>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void starting
        .then((server) => server.stop())
        .then(() => process.exit(0))
        .catch(fail);
    });
  }
}

function fail(error: unknown): never {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}

try {
  const began = performance.now();
  const exit = process.argv.includes('--exit');
  const scenario = await readScenario(SCENARIO);
  print(`${scenario.title}\n`);
  const starting = startDemoServer(readEnvironment(process.env), exit);
  stopOnSignal(starting);
  const server = await starting;
  const tally = await run(server, scenario, exit).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const summary = summaryOf(tally, (performance.now() - began) / 1000);
  if (exit) await server.stop();
  else print(whereToLook(server, scenario));
  for (const failure of tally.failures) print(`✗ ${failure}`);
  print(`\n${summary}`);
  if (exit) process.exit(tally.failures.length === 0 ? 0 : 1);
} catch (error) {
  fail(error);
}
