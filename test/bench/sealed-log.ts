import { Client } from 'pg';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { PersonalFields, PersonKeys1769000500000, Privacy, SealedEventStore } from '@app/privacy';
import type { DeclaredEvents } from '@app/privacy/src/personal-fields.js';
import { makeLog } from './append/ours.js';

const MASTER_KEY = new Uint8Array(32).fill(1);

/** A log, made where it is not there yet, in which what these declare to be personal is sealed. */
export async function openSealedLog(
  url: string,
  declared: readonly DeclaredEvents[],
): Promise<SealedEventStore> {
  await makeLog(url);
  await makeKeys(url);
  const log = await PostgresEventStore.open({ connectionString: url });
  const privacy = await Privacy.open({ databaseUrl: url, masterKey: MASTER_KEY });
  return new SealedEventStore(log, privacy, new PersonalFields(declared));
}

async function makeKeys(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('privacy.person_key') IS NOT NULL AS there`,
  );
  if (!rows[0]!.there) await new PersonKeys1769000500000().up(client as never);
  await client.end();
}
