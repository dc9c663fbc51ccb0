import {
  Checks,
  Client,
  Player,
  playScenario,
  settled,
  sumOf,
  type Scenario,
  type Tally,
} from '@app/scenario';
import type { Language } from '@app/kernel';
import type { DemoServer } from './demo-server.js';
import { Report } from './report.js';
import { DEMO_PASSWORD } from './where-to-look.js';

interface Told {
  /** Whether to send everything of a scenario a second time. */
  readonly twice: boolean;
  readonly language: Language;
  readonly print: (line: string) => void;
}

/**
 * Plays scenarios one after the other on one service, whose clock only goes forward, looks at what came
 * of them, and tells it.
 *
 * @param scenarios in the order of their time
 */
export async function playAll(
  server: DemoServer,
  scenarios: readonly Scenario[],
  { twice, language, print }: Told,
): Promise<Tally> {
  const client = new Client(server.url, language);
  const { operator } = server;
  const tallies: Tally[] = [];
  for (const scenario of scenarios) {
    print(`\n══ ${scenario.title}\n`);
    const access = { operator, passwordOf: () => DEMO_PASSWORD };
    const tally = await playScenario(client, scenario, access, print);
    tallies.push(tally);
    if (!twice) continue;
    // Before the next: what is asked of the present then has its answer still.
    await settled(client, operator.login);
    await playAgain(client, scenario, tally);
  }
  await new Report(client, asOne(scenarios), print).all();
  return sumOf(tallies);
}

/** All their tickets, and everybody who takes part. */
export function asOne(scenarios: readonly Scenario[]): Scenario {
  const people = new Map(
    scenarios.flatMap(({ people }) => people).map((each) => [each.employee, each]),
  );
  return {
    ...scenarios[0]!,
    people: [...people.values()],
    tickets: scenarios.flatMap(({ tickets }) => tickets),
  };
}

/** Whatever is sent a second time must be answered as the first time, and store nothing. */
async function playAgain(client: Client, scenario: Scenario, tally: Tally): Promise<void> {
  const checks = new Checks(client, scenario, tally);
  const head = await checks.head();
  const again = await new Player(client, scenario).play(true);
  tally.failures.push(...again.failures.map((failure) => `played again: ${failure}`));
  if ((await checks.head()) !== head) tally.failures.push('playing it again stored something');
}
