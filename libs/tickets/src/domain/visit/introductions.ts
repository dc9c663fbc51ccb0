import { findingsAfter, recordFindings, type Found } from '@app/findings';
import { broken, type Command } from '@app/kernel';
import { found } from '../ticket/found.js';
import type { TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { everOn } from './crew.js';
import { answerable, cameAlone, foundNobody, greetingOf } from './own-way.js';
import type { VisitSinceArrival } from './visit.state.js';

/**
 * Who owes the customer a greeting (V8): whoever came by themself, each for themself, and one for all who
 * came together.
 */
export function introduced(visit: VisitSinceArrival): string[] {
  const alone = everOn(visit).filter(
    (person) => cameAlone(visit, person) && !foundNobody(visit, person),
  );
  return [...new Set([answerable(visit), ...alone])];
}

/** What somebody left undone of it. */
export function unintroduced(visit: VisitSinceArrival, person: string): Found[] {
  return broken([found.customerIsGreeted], greetingOf(visit, person));
}

/** A finding for each of these people who never greeted the customer. */
export function introductionsMissed(
  command: Command,
  { findings: before }: Pick<OpenedTicket, 'findings'>,
  visit: VisitSinceArrival,
  people: readonly string[],
): TicketFinding[] {
  let findings: OpenedTicket['findings'] = before;
  return people.flatMap((person) => {
    const about = { visit: visit.visit, person };
    const missed = recordFindings(command, { findings }, unintroduced(visit, person), about);
    findings = missed.reduce<typeof findings>(findingsAfter, findings);
    return missed;
  });
}
