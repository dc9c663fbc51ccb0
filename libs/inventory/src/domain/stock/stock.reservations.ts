import type { Instant } from '@app/kernel';
import { inThousandths, REMEMBERED } from './bookkeeping.js';
import type { Thousandths } from './quantity.js';
import { reservationEvents, type ReservationEvent } from './reservation.events.js';
import type { Reservation, Served, Stock, StockState } from './stock.books.js';
import type { StockEvent } from './stock.events.js';

/* What is kept at a place, for whom, and in whose turn. */

export function isOfReservation(event: StockEvent): event is ReservationEvent {
  return Object.hasOwn(reservationEvents, event.type);
}

/** The reservations that hold at an instant, in the order in which they are served (B2). */
export function standingAt(stock: Stock, at: Instant): readonly Reservation[] {
  const holds = ({ since, until, thousandths }: Reservation) =>
    since <= at && at < until && thousandths > 0;
  const standing = (stock?.reservations ?? []).filter(holds);
  const urgent = ({ priority }: Reservation) => priority === 'urgent';
  return [...standing.filter(urgent), ...standing.filter((each) => !urgent(each))];
}

/** Those that are served before whoever asks for so many; where more is asked for than is kept for them, all others. */
export function servedBefore(
  queue: readonly Reservation[],
  asked: Thousandths,
  isMine: (reservation: Reservation) => boolean,
): readonly Reservation[] {
  let kept = 0;
  const last = queue.findIndex((each) => {
    if (isMine(each)) kept += each.thousandths;
    return kept >= asked;
  });
  return (last < 0 ? queue : queue.slice(0, last)).filter((each) => !isMine(each));
}

/** How many of each of one's own reservations so many take. */
export function servedWith(
  queue: readonly Reservation[],
  asked: Thousandths,
  isMine: (reservation: Reservation) => boolean,
): readonly Served[] {
  let left = asked;
  return queue.filter(isMine).flatMap(({ slip, thousandths }) => {
    const taken = Math.min(left, thousandths);
    left -= taken;
    return taken > 0 ? [{ slip, thousandths: taken }] : [];
  });
}

export function withReservation(stock: StockState, event: ReservationEvent): StockState {
  const { slip, quantity } = event.data;
  const thousandths = inThousandths(quantity);
  switch (event.type) {
    case 'MaterialReserved': {
      const { sku: _, place: __, quantity: ___, ...data } = event.data;
      const reservation = { ...data, since: event.occurredAt, thousandths };
      return { ...stock, reservations: [...remembered(stock), reservation] };
    }
    case 'ReservationServed':
      return {
        ...changed(stock, slip, (each) => ({ thousandths: each.thousandths - thousandths })),
        ways: stock.ways.map((way) =>
          way.slip === event.data.of
            ? { ...way, serves: [...(way.serves ?? []), { slip, thousandths }] }
            : way,
        ),
      };
    case 'ReservationRestored':
      return changed(stock, slip, (each) => ({ thousandths: each.thousandths + thousandths }));
    case 'ReservationEnded':
      return changed(stock, slip, ({ until }) => ({
        ended: true,
        until: event.occurredAt < until ? event.occurredAt : until,
      }));
  }
}

/** What holds, and the last of what is over, by which late issues are judged. */
function remembered({ reservations, latest }: StockState): readonly Reservation[] {
  const isOver = ({ until, ended, thousandths }: Reservation) =>
    ended === true || until <= latest || thousandths === 0;
  const over = reservations.filter(isOver).slice(-REMEMBERED);
  return reservations.filter((each) => !isOver(each) || over.includes(each));
}

function changed(
  stock: StockState,
  slip: string,
  change: (reservation: Reservation) => Partial<Reservation>,
): StockState {
  const reservations = stock.reservations.map((each) =>
    each.slip === slip ? { ...each, ...change(each) } : each,
  );
  return { ...stock, reservations };
}
