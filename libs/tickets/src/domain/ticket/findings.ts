import type { Command, Rule } from '@app/kernel';
import { happened, type ArticleId } from '@app/policy';
import type { FindingRecorded } from './ticket.events.js';
import type { Finding, OpenedTicket } from './ticket.state.js';

/** Whom and what a finding concerns. */
export interface FindingAbout {
  readonly visit?: number;
  readonly person?: string;
  readonly remark?: string;
}

type Broken = readonly Rule<never, ArticleId>[];

/**
 * One FindingRecorded for each rule that `broken` names, numbered on from the ticket's last. What
 * was already found of the same person at the same visit is not found again.
 */
export function recordFindings(
  command: Command,
  ticket: OpenedTicket,
  broken: Broken,
  about: FindingAbout,
): FindingRecorded[] {
  return numbered(command, ticket, unlessAmong(ticket.findings, broken, about), about);
}

/** As `recordFindings`, for what somebody does: done once more after its review, it is found once more. */
export function recordDeeds(
  command: Command,
  ticket: OpenedTicket,
  broken: Broken,
  about: FindingAbout,
): FindingRecorded[] {
  const unreviewed = ticket.findings.filter(({ status }) => status === 'open');
  return numbered(command, ticket, unlessAmong(unreviewed, broken, about), about);
}

function unlessAmong(
  findings: readonly Finding[],
  broken: Broken,
  { visit, person }: FindingAbout,
): Broken {
  const same = findings.filter((each) => each.visit === visit && each.person === person);
  return broken.filter(({ code }) => !same.some((each) => each.code === code));
}

function numbered(
  command: Command,
  { findings }: OpenedTicket,
  broken: Broken,
  about: FindingAbout,
): FindingRecorded[] {
  return broken.map(({ article, code }, index) => {
    const finding = { finding: findings.length + index + 1, article, code, ...about };
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
