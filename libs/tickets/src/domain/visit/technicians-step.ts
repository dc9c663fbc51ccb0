import { Forbidden, type Command, type Span } from '@app/kernel';
import type { Ticket } from '../ticket/ticket.state.js';
import { crewAt, isInWorkshop } from './crew.js';
import type { Visit } from './visit.state.js';

/** What is done for a visit, or for none. */
type StepOfVisit = Command<string, { readonly visit?: number; readonly span?: Span }>;

/**
 * A step that a visit's technician takes, whoever enters it: what somebody of the office writes down
 * of it is recorded as done in the technician's place, as nobody else was there (R10).
 *
 * @throws Forbidden `not-their-visit` it is entered on behalf of somebody whose visit it is not
 */
export function techniciansStep<C extends StepOfVisit, Events>(
  step: (command: C, ticket: Ticket) => Events,
): (command: C, ticket: Ticket) => Events {
  return (command, ticket) => step(inTechniciansPlace(command, ticket), ticket);
}

function inTechniciansPlace<C extends StepOfVisit>(command: C, ticket: Ticket): C {
  const { actor, data } = command;
  if (actor.role === 'technician' || ticket.status === 'none') return command;
  const visit = ticket.visits.find((each) => each.visit === data.visit);
  if (!visit) return command;
  const crew = crewAt(command, visit);
  if (crew.includes(actor.id)) return command;
  const { technician } = visit;
  if (actor.onBehalfOf === undefined)
    return { ...command, actor: { ...actor, onBehalfOf: technician } };
  if (crew.includes(actor.onBehalfOf) || isOfWorkshop(command, visit)) return command;
  throw new Forbidden('not-their-visit', {
    zh: `这次上门不是${actor.onBehalfOf}的，不能代其操作`,
    en: `this visit is not ${actor.onBehalfOf}'s, and nothing can be entered in their place`,
  });
}

/** Work on what a visit brought in, which anybody may have done (V18). */
const IN_WORKSHOP: ReadonlySet<string> = new Set([
  'StartWork',
  'LogLabour',
  'ConsumePart',
  'CompleteRepair',
]);

function isOfWorkshop({ type, data, occurredAt }: StepOfVisit, visit: Visit): boolean {
  return IN_WORKSHOP.has(type) && isInWorkshop(visit, data.span?.from ?? occurredAt);
}
