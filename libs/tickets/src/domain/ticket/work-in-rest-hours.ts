import { findingsAfter, recordDeeds, withdrawFindings } from '@app/findings';
import { broken, type Command, type Span } from '@app/kernel';
import { toldLate } from '@app/policy';
import { editionOf } from '../visit/rest.js';
import { beforeEmergency, restHours } from '../visit/rest-hours.js';
import { stretchAt, stretchesOf } from '../visit/stretches.js';
import { aboutVisit } from '../visit/visit.preconditions.js';
import type { Visit } from '../visit/visit.state.js';
import { isWished } from '../visit/wishes.js';
import { found } from './found.js';
import { visitOf } from './preconditions.js';
import type { KnownQuietHours } from './ticket.commands.js';
import type { TicketEvent } from './ticket.events.js';
import { evolve } from './ticket.evolve.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';

type Step = Command<string, { readonly visit: number }> & { readonly known: KnownQuietHours };
type Finding = OpenedTicket['findings'][number];

/** What is found of one stretch: that the work went on into the rest hours, or was taken up in them. */
const OF_STRETCH = [found.worksOutsideRestHours, found.resumesOutsideRestHours];

/**
 * V19: one finding for each stretch of work that went on into the customer's rest or meal hours,
 * however many steps tell of it, at the end of the stretch. What is told late is judged as well, and
 * withdraws a finding that it shows not to be so. Work that goes on into an emergency is found for what of the rest
 * hours was before it.
 *
 * @param events of the step so far, of which the first is the fact
 */
export function workInRestHours(
  command: Step,
  before: OpenedTicket,
  events: readonly TicketEvent[],
): TicketEvent[] {
  const ticket = events.reduce(evolve, before as Ticket) as OpenedTicket;
  const visit = visitOf(ticket, command.data.visit);
  const earlier = stretchesOf(visitOf(before, visit.visit));
  const stretches = stretchesOf(visit);
  const changed = stretches.filter((span) => !earlier.some((each) => isSame(each, span)));
  if (changed.length === 0 && stretches.length === earlier.length) return [];
  const disturbs = (span: Span) => disturbed(command, ticket, visit, span);
  const theirs = ticket.findings.filter((each) => isOfStretch(each, visit.visit));
  const unfound = changed.filter(
    (span) => !theirs.some(({ foundAt }) => stretchAt(stretches, foundAt) === span),
  );
  const disproved = theirs.filter(({ code, foundAt }) => {
    const stretch = stretchAt(stretches, foundAt);
    const stands = stretch !== undefined && disturbs(stretch).length > 0;
    return code === found.worksOutsideRestHours.code && !stands;
  });
  const [fact] = events;
  const withdrawn =
    fact && toldLate(command)
      ? disproved.flatMap(({ finding }) => {
          const which = { visit: visit.visit, finding };
          const rules = OF_STRETCH;
          return withdrawFindings(command, ticket, { rules, place: which, since: '' }, fact);
        })
      : [];
  let { findings } = ticket;
  const recorded = unfound.flatMap((span) => {
    const when = { ...command, occurredAt: span.until };
    const about = { ...aboutVisit(visit, command), ...editionOf(span, command.known) };
    const deeds = recordDeeds(when, { findings }, disturbs(span), about);
    findings = deeds.reduce<typeof findings>(findingsAfter, findings);
    return deeds;
  });
  return [...withdrawn, ...recorded];
}

/** An emergency frees from its own moment on: what of the stretch was before it disturbed the customer all the same. */
function disturbed(command: Step, ticket: OpenedTicket, { wishes }: Visit, stretch: Span) {
  const before = beforeEmergency(ticket, stretch);
  return broken([found.worksOutsideRestHours], {
    ...restHours(command.known, ticket),
    span: before ?? stretch,
    wished: isWished(wishes, stretch),
    emergency: before === undefined,
  });
}

function isOfStretch({ visit, code, status }: Finding, number: number): boolean {
  const ofRule = OF_STRETCH.some((rule) => rule.code === code);
  return visit === number && status !== 'withdrawn' && ofRule;
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}
