import { LogDamaged, type EventStore } from '@app/event-store';

/** Places that are looked at, each some thousands of positions long. */
const PLACES = 20n;

/**
 * Looks for a hole at the log's beginning, at its end and at places between them: at all of a log of
 * some hundred thousand events, and by chance in a longer one, where only `verify` sees everything.
 * Little is read: positions are counted where they are stored. Where positions have gaps, nothing is.
 *
 * @returns what is wrong; undefined where no hole was met
 */
export async function sampleLog(store: EventStore): Promise<string | undefined> {
  if (!store.capabilities.contiguousPositions) return undefined;
  try {
    const head = await store.head();
    const { scannedTo: width } = await store.readAll({ types: [] });
    for (let place = 1n; place < PLACES && place * width < head; place++) {
      const after = head <= width * PLACES ? place * width : randomBelow(head);
      await store.readAll({ after, types: [] });
    }
    await store.readAll({ direction: 'backward', types: [] });
    return undefined;
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return error.message;
  }
}

function randomBelow(head: bigint): bigint {
  return BigInt(Math.floor(Math.random() * Number(head)));
}
