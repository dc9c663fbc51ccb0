import { broken, happened, type Command, type Rule } from '@app/kernel';
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
 * One FindingRecorded for each broken rule, numbered on from the ticket's last. What was already
 * found at the same visit is not found again.
 *
 * @param before findings that the same command has already caused, so that the numbers go on
 */
export function recordFindings<Subject>(
  command: Command,
  ticket: OpenedTicket,
  rules: readonly Rule<Subject, ArticleId>[],
  subject: Subject,
  about: FindingAbout,
  before: readonly FindingRecorded[] = [],
): FindingRecorded[] {
  const known = [...ticket.findings, ...before.map(({ data }) => data)];
  return broken(rules, subject)
    .filter(
      ({ code }) =>
        !known.some((finding) => finding.code === code && finding.visit === about.visit),
    )
    .map(({ article, code }, index) =>
      happened(
        command,
        'FindingRecorded',
        { finding: known.length + index + 1, article, code, ...about },
        [article],
      ),
    );
}

/** The numbers of the findings that nobody has reviewed, of one visit or of the whole ticket. */
export function openFindings(ticket: OpenedTicket, visit?: number): number[] {
  return ticket.findings
    .filter(({ status }) => status === 'open')
    .filter((finding) => visit === undefined || finding.visit === visit)
    .map(({ finding }) => finding);
}
