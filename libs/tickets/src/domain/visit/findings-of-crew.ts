import { findingsAfter, recordDeeds, type Found, type WithFindings } from '@app/findings';
import type { Command } from '@app/kernel';
import type { TicketFinding } from '../ticket/ticket.events.js';
import type { FoundAt } from './at-visit.js';

/** What somebody of a visit failed to do. */
export interface Lapse {
  readonly person: string;
  readonly rules: readonly Found[];
}

/** A finding for each lapse of each person of a visit, numbered on from the ticket's last. */
export function findingsOfCrew(
  command: Command,
  { findings }: WithFindings<FoundAt>,
  visit: number,
  lapses: readonly Lapse[],
): TicketFinding[] {
  let known = findings;
  return lapses.flatMap(({ person, rules }) => {
    const deeds = recordDeeds(command, { findings: known }, rules, { visit, person });
    known = deeds.reduce<typeof known>(findingsAfter, known);
    return deeds;
  });
}
