import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { WatchClocks } from './clock.commands.js';
import type { SlaDeadlineSet } from './clock.events.js';
import { allDeadlines } from './deadline.js';
import { reckon } from './reckoning.js';
import { momentOf, moved } from './timekeeping.js';

/** The years for which a clock of the ticket waits. */
export function awaitedYears(ticket: OpenedTicket): readonly string[] {
  return [...new Set(allDeadlines(ticket).flatMap(({ awaits = [] }) => awaits))];
}

/**
 * The clocks that waited for a year of the working calendar are told when they are due, by the edition
 * of it that is published now, which judges them from then on.
 */
export function yearsPublished(command: WatchClocks, ticket: OpenedTicket): SlaDeadlineSet[] {
  const now = momentOf(command, ticket);
  const { years = [] } = command.known;
  return allDeadlines(ticket).flatMap((deadline) => {
    const { working, awaits } = deadline;
    const published = years.find(({ year }) => year === awaits);
    if (!working || !published) return [];
    const known = { ...deadline, working: { ...working, years: [...working.years, published] } };
    return [moved(command, known, reckon(known, ticket.clockFacts, now))];
  });
}
