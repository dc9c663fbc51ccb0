import { derivedId, newId } from '@app/kernel';
import { LogDamaged } from '../errors.js';
import type { ProposedEvent } from './append-request.js';
import type { Connection } from './connection.js';
import { OWN_STREAMS } from './recorded-event.js';

/** One stream with one event: the log's id. */
const LOG = `${OWN_STREAMS}log`;

/** One stream for each name in small letters, with every spelling under which a stream was begun. */
const NAMES = `${OWN_STREAMS}name-`;

const NAMESPACE = '6f1c3c3e-9a0e-5b0c-8f57-3d1b6f2a9d10';

/** Names the log; whoever opens it first gives it its name. */
export async function logIdOf(connection: Connection): Promise<string> {
  const stored = await read();
  if (stored !== undefined) return stored;
  await connection.append(LOG, 0, [note('LogBegun', { logId: newId() }, newId())]);
  const begun = await read();
  if (begun === undefined) throw new LogDamaged(`${LOG} holds no id of the log`);
  return begun;

  async function read(): Promise<string | undefined> {
    const [first] = await connection.stream(LOG, { limit: 1 });
    return (first?.data as { logId?: string } | undefined)?.logId;
  }
}

/**
 * Notes a stream's name before its first event is stored, so that `caseCollisionOf` finds it: the server
 * knows streams by their exact names only. A note without a stream, left by a crash, is passed over.
 */
export async function noteName(connection: Connection, stream: string): Promise<void> {
  const names = NAMES + stream.toLowerCase();
  const noted = note('StreamNamed', { stream }, derivedId(NAMESPACE, stream));
  for (let spellings: string[] = []; !spellings.includes(stream);) {
    if ((await connection.append(names, spellings.length, [noted])) !== undefined) return;
    spellings = await spellingsOf(connection, stream);
  }
}

/** A stream that was begun under the same name in other capitals. */
export async function caseCollisionOf(
  connection: Connection,
  stream: string,
): Promise<string | undefined> {
  for (const spelling of await spellingsOf(connection, stream)) {
    if (spelling === stream) continue;
    const [first] = await connection.stream(spelling, { limit: 1 });
    if (first) return spelling;
  }
  return undefined;
}

async function spellingsOf(connection: Connection, stream: string): Promise<string[]> {
  const events = await connection.stream(NAMES + stream.toLowerCase(), {});
  return events.map(({ data }) => (data as { stream: string }).stream);
}

function note(type: string, data: Record<string, string>, id: string): ProposedEvent {
  return { id, type, data: JSON.stringify(data) };
}
