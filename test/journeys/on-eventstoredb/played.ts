import { afterAll, expect, jest, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { startProtocolDouble } from '../../support/eventstoredb/protocol-double.js';
import { logs } from '../centre/centre.js';

const { ESDB_URL, ESDB_CA_FILE } = process.env;

/**
 * Plays a journey once more, with its log in EventStoreDB: on the protocol double, or at ESDB_URL,
 * under a prefix of its own, since each hires the same people and counts what is on the board.
 *
 * Those that tell of the domain are played so. Left out are those in which the log has no part (who may
 * do what, files, bad words, answers as described), and `two-servers-and-a-restart`, where the servers
 * are processes that share one PostgreSQL.
 */
export async function playedOnEventStoreDb(journey: () => Promise<unknown>): Promise<void> {
  const double = ESDB_URL === undefined ? await startProtocolDouble() : undefined;
  logs.inEventStoreDb = {
    connectionString: ESDB_URL ?? double!.connectionString,
    streamPrefix: `journey_${newId().replaceAll('-', '_')}`,
    ...(ESDB_CA_FILE !== undefined && { caFile: ESDB_CA_FILE }),
  };
  const { EventStoreDbEventStore } = await loadServerCode();
  const open = jest.spyOn(EventStoreDbEventStore, 'open');
  await journey();

  test('it was in EventStoreDB that its log was kept', () => {
    const places = open.mock.calls.map(([{ connectionString, streamPrefix }]) => ({
      connectionString,
      streamPrefix,
    }));
    const { connectionString, streamPrefix } = logs.inEventStoreDb!;
    // Looked at before its clock begins, then kept open.
    expect(places).toEqual([1, 2].map(() => ({ connectionString, streamPrefix })));
  });

  // Behind the journey's own, which closes the server.
  afterAll(() => double?.stop());
  // The class is there for the files behind this one too.
  afterAll(() => open.mockRestore());
}
