import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  beginningOf,
  Client,
  Player,
  readScenario,
  settled,
  type Scenario,
  type Tally,
} from '@app/scenario';
import { testDatabase } from '../../../../test/support/database.js';
import type { Server } from '../../../server/src/create-server.js';
import { startServer } from '../../../server/src/testing/test-client.js';

const OPERATOR = { login: 'operator', password: 'operator-of-the-scenario' };

/** A scenario that was played once, with all that follows from it, on a service of its own that stays up. */
export interface Played {
  readonly scenario: Scenario;
  readonly server: Server;
  readonly client: Client;
  readonly tally: Tally;
  readonly close: () => Promise<void>;
}

export const passwordOf = (employee: string) => `${employee}-of-the-scenario`;

/** @param file of the scenario */
export async function played(file: string): Promise<Played> {
  const scenario = await readScenario(file);
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'service-centre-scenario-'));
  const server = await startServer({
    databaseUrl: database.url,
    dataDir,
    operatorPassword: OPERATOR.password,
    clock: beginningOf(scenario),
  });
  const client = new Client(server.url);
  const player = new Player(client, scenario);
  await player.prepare(OPERATOR, passwordOf);
  const tally = await player.play();
  await settled(client, OPERATOR.login);
  const close = async () => {
    await server.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { scenario, server, client, tally, close };
}
