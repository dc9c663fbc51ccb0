import { isDeepStrictEqual } from 'node:util';
import { unitStreams } from '@app/customers';
import type { Contexts } from '@app/event-store';
import { foundIn } from '../../application/installed-cover.js';
import type { DetailUnitNow, TicketDetail } from './ticket-detail.row.js';

/** Beside the evidence that visits went by: what the files of their units say by now, where that differs. */
export async function unitsNow(
  { visits }: Pick<TicketDetail, 'visits'>,
  contexts: Contexts,
): Promise<DetailUnitNow[]> {
  const found = visits.flatMap(({ visit, unit }) => (unit ? [{ visit, unit }] : []));
  const ids = [...new Set(found.map(({ unit }) => unit.unit))];
  const files = new Map(
    (await contexts.readMany(unitStreams, ids)).map((file, index) => [ids[index], file]),
  );
  return found.flatMap(({ visit, unit: then }) => {
    const file = files.get(then.unit);
    if (!file || file.status === 'none') return [];
    const unit = foundIn(file, then.component?.barcode);
    return isDeepStrictEqual(unit, then) ? [] : [{ visit, unit, since: file.since }];
  });
}
