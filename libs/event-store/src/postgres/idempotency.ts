import type { Appended } from '../port.js';
import type { Connection } from './connection.js';
import { exactly, type PreparedAppend } from '../adapter/prepared-append.js';

/** Where events stand, by their id. */
export type StoredEvents = ReadonlyMap<
  string,
  { stream: string; version: number; position: bigint }
>;

const STORED = {
  name: 'stored',
  text: `SELECT event_id, stream, version, position FROM event_store.events WHERE event_id = ANY ($1::uuid[])`,
};

/** Where those events of the appends stand that are stored already. */
export async function storedEvents(
  connection: Connection,
  appends: readonly PreparedAppend[],
): Promise<StoredEvents> {
  if (appends.length === 0) return new Map();
  const ids = appends.flatMap(({ writes }) =>
    writes.flatMap(({ rows }) => rows.map(({ id }) => id)),
  );
  const { rows } = await connection.query<[string, string, number, bigint]>({
    ...STORED,
    values: [ids],
  });
  return new Map(
    rows.map(([id, stream, version, position]) => [id, { stream, version, position }]),
  );
}

/**
 * What was answered to an append when it was stored: all of its events stand together, in their
 * order, where it expected them. Undefined when it was never stored as it is.
 */
export function repeatOf(
  { writes }: PreparedAppend,
  stored: StoredEvents,
  actual: ReadonlyMap<string, number>,
): Appended | undefined {
  const versions: Record<string, number> = {};
  let position = 0n;
  for (const { stream, expected, rows } of writes) {
    const asked = exactly(expected);
    const before = versionBefore(rows, stored) ?? asked ?? actual.get(stream)!;
    if (asked !== undefined && before !== asked) return undefined;
    for (const [i, { id }] of rows.entries()) {
      const place = stored.get(id);
      if (!place || !standsAt(place, stream, before + i + 1)) return undefined;
      if (place.position > position) position = place.position;
    }
    versions[stream] = before + rows.length;
  }
  return { position, versions, repeated: true };
}

/** The version that the stream had before these events were stored. */
function versionBefore(
  [first]: readonly { readonly id: string }[],
  stored: StoredEvents,
): number | undefined {
  const place = first && stored.get(first.id);
  return place && place.version - 1;
}

function standsAt(
  place: { readonly stream: string; readonly version: number },
  stream: string,
  version: number,
): boolean {
  return place.stream === stream && place.version === version;
}
