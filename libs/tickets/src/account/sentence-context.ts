import { enteredBy, inRole } from '@app/audit/src/words/index.js';
import type { Actor, Bilingual } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { OpenedTicket } from '../domain/ticket/ticket.state.js';
import { crewOf } from '../domain/visit/crew.js';
import type { Visit } from '../domain/visit/visit.state.js';

/** What a sentence may look at besides its event: the ticket as it stood before. */
export interface SentenceContext {
  readonly ticket: OpenedTicket | undefined;
  /** The visit that the event names, as it stood before. */
  readonly visit: Visit | undefined;
}

type EventOf<Type> = Extract<TicketEvent, { type: Type }>;

/** One sentence, or two, for each type of event; a type without one does not compile. */
export type Sentences<Type extends TicketEvent['type']> = {
  readonly [T in Type]: (event: EventOf<T>, context: SentenceContext) => Bilingual;
};

/** `营业人员何英`: an employee named beside the actor, by the role that the account knows them in. */
export function employee(id: string, { visit }: SentenceContext, actor: Actor): Bilingual {
  if (visit?.technician === id) return inRole(id, 'technician');
  return inRole(id, actor.id === id ? actor.role : undefined);
}

/**
 * The actor, with the role of the one in whose place they acted: whoever makes the visit is its technician, and so
 * is whoever worked in the workshop on what it brought in (V18).
 */
export function inTheirRole(
  { type, actor }: Pick<TicketEvent, 'type' | 'actor'>,
  { visit }: SentenceContext,
): Actor & { readonly placeOf?: string } {
  const { onBehalfOf } = actor;
  if (onBehalfOf === undefined || !visit) return actor;
  const works = type === 'WorkStarted' || type === 'RepairCompleted';
  return works || madeBy(onBehalfOf, visit) ? { ...actor, placeOf: 'technician' } : actor;
}

/** `（调度员赵敏代录）`, where a sentence tells what others did, and it was written down by somebody who was not there. */
export function entered(actor: Actor, { visit }: SentenceContext): Bilingual {
  const there = actor.role === 'technician' || (visit && madeBy(actor.id, visit));
  return there && actor.onBehalfOf === undefined ? { zh: '', en: '' } : enteredBy(actor);
}

function madeBy(employee: string, visit: Visit): boolean {
  const former = visit.former.map(({ technician }) => technician);
  return [...crewOf(visit), ...former].includes(employee);
}
