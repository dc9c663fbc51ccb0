import { Checks } from './checks.js';
import type { Client } from './client.js';
import { Player } from './player.js';
import type { Scenario } from './scenario.js';
import type { Tally } from './tally.js';

/** Who lets a scenario's people in, and how. */
export interface Access {
  readonly operator: { readonly login: string; readonly password: string };
  /** Password of the user of each of the scenario's people. */
  readonly passwordOf: (employee: string) => string;
}

/**
 * Plays a scenario from the registration of its people to the last look back. What is not as the
 * scenario expects stands in the tally's `failures`.
 *
 * @throws Error the setup was not taken, or somebody could not sign in
 */
export async function playScenario(
  client: Client,
  scenario: Scenario,
  { operator, passwordOf }: Access,
  tell?: (line: string) => void,
): Promise<Tally> {
  const player = new Player(client, scenario, tell);
  await player.prepare(operator, passwordOf);
  const tally = await player.play();
  await new Checks(client, scenario, tally).all();
  return tally;
}
