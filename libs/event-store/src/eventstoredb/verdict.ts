import { DuplicateEvent, VersionConflict, type EventStoreError } from '../errors.js';
import { exactly, holds, type PreparedWrite } from '../adapter/prepared-append.js';
import type { StreamIds } from './stream-ids.js';

/** What is to become of a write, by what is known of its stream. */
export type Verdict =
  | { readonly kind: 'fits' }
  /** Its events stand there already; `version` is that of the last one. */
  | { readonly kind: 'repeat'; readonly version: number }
  | { readonly kind: 'refused'; readonly error: EventStoreError };

/** As the port says: the same ids in their order at the expected place are a repeat, some of them are refused. */
export function verdictOn({ stream, expected, rows }: PreparedWrite, known: StreamIds): Verdict {
  const places = rows.map(({ id }) => known.ids.get(id));
  const [first] = places;
  if (places.some((place) => place !== undefined)) {
    const before = (first ?? 0) - 1;
    const whole = places.every((place, i) => place === before + i + 1);
    const asked = exactly(expected);
    if (whole && (asked === undefined || asked === before))
      return { kind: 'repeat', version: before + rows.length };
    const message = 'event ids of the append are stored already, but not as this append';
    return { kind: 'refused', error: new DuplicateEvent(message) };
  }
  if (holds(expected, known.version)) return { kind: 'fits' };
  return { kind: 'refused', error: new VersionConflict(stream, expected, known.version) };
}
