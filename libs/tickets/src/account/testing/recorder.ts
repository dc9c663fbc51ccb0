import type { Actor, Instant, LocalTime } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type { TicketEvent } from '../../domain/ticket/ticket.events.js';
import { at } from '../../testing/ticket.builders.js';

type DataOf<Type> = Extract<TicketEvent, { type: Type }>['data'];

/** Puts down what `by` records, at the end of `happened`; a clock time is one of the first day. */
export function recorder(happened: TicketEvent[], by: Actor) {
  return <Type extends TicketEvent['type']>(
    time: LocalTime | Instant,
    type: Type,
    data: DataOf<Type>,
    articles: ArticleId[] = [],
  ): void => {
    const occurredAt = time.length === 5 ? at(time) : time;
    happened.push({ type, data, occurredAt, actor: by, articles } as unknown as TicketEvent);
  };
}
