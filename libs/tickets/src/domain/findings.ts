import { happened, type Command, type Rule } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type { FindingRecorded } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/** Whom and what a finding concerns. */
export interface FindingAbout {
  readonly visit?: number;
  readonly person?: string;
  readonly remark?: string;
}

/**
 * One FindingRecorded for each rule that `broken` names, numbered on from the ticket's last. What
 * was already found at the same visit is not found again.
 */
export function recordFindings(
  command: Command,
  ticket: OpenedTicket,
  broken: readonly Rule<never, ArticleId>[],
  about: FindingAbout,
): FindingRecorded[] {
  const known = ticket.findings;
  return broken
    .filter(({ code }) => !known.some((each) => each.code === code && each.visit === about.visit))
    .map(({ article, code }, index) => {
      const finding = { finding: known.length + index + 1, article, code, ...about };
      return happened(command, 'FindingRecorded', finding, [article]);
    });
}

/** The numbers of the findings that nobody has reviewed, of one visit or of the whole ticket. */
export function openFindings(ticket: OpenedTicket, visit?: number): number[] {
  return ticket.findings
    .filter(({ status }) => status === 'open')
    .filter((finding) => visit === undefined || finding.visit === visit)
    .map(({ finding }) => finding);
}
