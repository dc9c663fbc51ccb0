import type { Instant, Span } from '@app/kernel';

/** From when on the customer wished, or no longer wished, to be disturbed in their rest or meal hours (V19). */
export interface Wish {
  readonly at: Instant;
  readonly wished: boolean;
  /** It was said as the work was interrupted, and speaks of how it goes on. */
  readonly ahead?: boolean;
  /** It is of an hour that was agreed: whoever comes before it is not wished. Default: at once. */
  readonly from?: Instant;
}

/** What a step says of it: that they wish it, or agree that somebody comes before the hour that was theirs. */
export interface Said {
  readonly customerWishes?: string;
  readonly agreedEarlier?: boolean;
}

/** With what was said of it then; a step that says nothing changes nothing. */
export function wishesAfter(
  wishes: readonly Wish[],
  { customerWishes, agreedEarlier = false }: Said,
  at: Instant,
): readonly Wish[] {
  const wished = customerWishes !== undefined || (agreedEarlier && lastBy(wishes, at).wished);
  return wished ? [...wishes, { at, wished }] : wishes;
}

/** Whether a span is as the customer wishes: it was said before, or while it lasted. */
export function isWished(wishes: readonly Wish[], { from, until }: Span): boolean {
  if (wishes.some(({ at, wished, ahead }) => wished && !ahead && from < at && at <= until))
    return true;
  const last = lastBy(wishes, from);
  return last.wished && (last.from === undefined || last.from <= from);
}

function lastBy(wishes: readonly Wish[], moment: Instant): Wish {
  const before = wishes.filter(({ at }) => at <= moment);
  return before.reduce((last, each) => (each.at >= last.at ? each : last), NONE);
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

/** What an appointment says of the customer's rest and meal hours, from its hour on. */
export function wishOf(agreed: HourAgreed & { readonly window: Span }, at: Instant): Wish {
  return isOwnHour(agreed) ? { at, wished: true, from: agreed.window.from } : { at, wished: false };
}
