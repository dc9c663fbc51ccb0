import {
  changeOf,
  DIRECTIONS,
  handsAt,
  materialEvents,
  stockEvents,
  type MaterialEvent,
  type Movement,
} from '@app/inventory';
import { derivedId } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { noticeStreams } from '../domain/notice.js';

/** What is known of a material: how many of it there are in stores and vans, and who keeps it. */
interface Kept {
  readonly thousandths: number;
  readonly entry?: MaterialEvent['data'];
  /** Who entered it last, and is told. */
  readonly keeper?: string;
  /** That it is low was told, and there have not been enough since. */
  readonly told: boolean;
}

type Event = MaterialEvent | Movement;

/**
 * R11: whoever entered a material is told once when it falls below its minimum, and not again until
 * there are as many as that. What is in somebody's hands, or on its way, is not counted.
 */
export const notifyWhenStockIsLow: Process<Kept, Event> = {
  name: 'notify-when-stock-is-low',
  startsAt: 'first-event',
  handles: {
    ...materialEvents,
    ...only(stockEvents, Object.keys(DIRECTIONS) as Movement['type'][]),
  },
  keyOf: ({ data: { sku } }) => sku,
  initialState: { thousandths: 0, told: false },
  evolve: keptAfter,
  react(event, before) {
    const { entry, keeper, thousandths, told } = keptAfter(before, event);
    if (before.told || !told || entry?.minimum === undefined || keeper === undefined) return [];
    const { sku, name, unit, minimum, leadDays } = entry;
    const quantity = thousandths / 1000;
    const low = { sku, name, unit, quantity, minimum, ...(leadDays !== undefined && { leadDays }) };
    const notice = derivedId(event.id, keeper);
    const about = { kind: 'stock-low', ...low } as const;
    const given = { notice, employee: keeper, about, since: event.occurredAt };
    return [send(noticeStreams, notice, 'GiveNotice', given)];
  },
};

function keptAfter(kept: Kept, event: Event): Kept {
  const now = countedAfter(kept, event);
  const low = now.thousandths < (now.entry?.minimum ?? 0) * 1000;
  // Of what was just entered there was never any.
  return { ...now, told: low && event.type !== 'MaterialRegistered' };
}

function countedAfter(kept: Kept, event: Event): Kept {
  if (event.type === 'MaterialRegistered' || event.type === 'MaterialChanged') {
    const { data: entry, actor } = event;
    return { ...kept, entry, keeper: actor.onBehalfOf ?? actor.id };
  }
  if (handsAt(event.data.place) !== undefined) return kept;
  return { ...kept, thousandths: kept.thousandths + changeOf(event) };
}
