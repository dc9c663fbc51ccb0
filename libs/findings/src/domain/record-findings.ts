import type { Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { FindingRecorded } from './finding.events.js';
import type { Finding, WithFindings } from './finding.state.js';
import type { Found } from './may-be-found.js';

/** Whom and what a finding concerns, and where in its stream it was made. */
export type FindingAbout<Place = unknown> = Place & {
  readonly person?: string;
  readonly remark?: string;
};

/**
 * One FindingRecorded for each rule that `broken` names, numbered on from the stream's last. What
 * was already found of the same person at the same place is not found again: it is one omission that is
 * looked for more than once.
 */
export function recordFindings<Place>(
  command: Command,
  { findings }: WithFindings<Place>,
  broken: readonly Found[],
  about: NoInfer<FindingAbout<Place>>,
): FindingRecorded<Place>[] {
  return numbered(command, findings, unlessAmong(findings, broken, about), about);
}

/** As `recordFindings`, for what somebody does or reports: done twice, it is found twice. */
export function recordDeeds<Place>(
  command: Command,
  { findings }: WithFindings<Place>,
  broken: readonly Found[],
  about: NoInfer<FindingAbout<Place>>,
): FindingRecorded<Place>[] {
  return numbered(command, findings, broken, about);
}

/** Without those that were found of the same person at the same place. */
function unlessAmong(
  findings: readonly Finding[],
  broken: readonly Found[],
  { remark: _, person, ...place }: FindingAbout<object>,
): readonly Found[] {
  const same = findings.filter(
    (each) =>
      each.status !== 'withdrawn' &&
      each.person === person &&
      Object.entries(place).every(([part, value]) => each[part as keyof Finding] === value),
  );
  return broken.filter(({ code }) => !same.some((each) => each.code === code));
}

function numbered<Place>(
  command: Command,
  findings: readonly Finding[],
  broken: readonly Found[],
  about: FindingAbout<Place>,
): FindingRecorded<Place>[] {
  return broken.map(({ article, code }, index) => {
    const finding = { finding: findings.length + index + 1, article, code, ...about };
    return happened(command, 'FindingRecorded', finding, [article]);
  });
}
