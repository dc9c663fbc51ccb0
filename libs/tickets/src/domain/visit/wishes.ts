import type { Instant, Span } from '@app/kernel';

/** From when on the customer wished, or no longer wished, to be disturbed in their rest or meal hours (V19). */
export interface Wish {
  readonly at: Instant;
  readonly wished: boolean;
  /** It was said as the work was interrupted, and speaks of how it goes on. */
  readonly ahead?: boolean;
}

/** With what was said of it then; a step that says nothing changes nothing. */
export function wishesAfter(
  wishes: readonly Wish[],
  { customerWishes }: { readonly customerWishes?: string },
  at: Instant,
): readonly Wish[] {
  return customerWishes === undefined ? wishes : [...wishes, { at, wished: true }];
}

/** Whether a span is as the customer wishes: it was said before, or while it lasted. */
export function isWished(wishes: readonly Wish[], { from, until }: Span): boolean {
  if (wishes.some(({ at, wished, ahead }) => wished && !ahead && from < at && at <= until))
    return true;
  const before = wishes.filter(({ at }) => at <= from);
  return before.reduce((last, each) => (each.at >= last.at ? each : last), NONE).wished;
}

const NONE: Wish = { at: '', wished: false };

/** What was said of an hour that was agreed: that the customer asked for it, or wants nobody before it. */
interface HourAgreed {
  readonly atCustomersWish: boolean;
  readonly wishedLater?: string;
}

/** Whether the hour is the customer's own: whoever wants nobody sooner wishes it, though they rest or eat then (V19). */
export function isOwnHour({ atCustomersWish, wishedLater }: HourAgreed): boolean {
  return atCustomersWish || wishedLater !== undefined;
}
