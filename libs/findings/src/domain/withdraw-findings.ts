import type { Command, DomainEvent, Instant } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import type { FindingWithdrawn } from './finding.events.js';
import type { WithFindings } from './finding.state.js';
import type { Found } from './may-be-found.js';

/** Findings of these rules at a place. */
interface Disproved<Place> {
  readonly rules: readonly Found[];
  readonly place: Place;
  /** From when on they were found; default: the time of the event that disproves them. */
  readonly since?: Instant;
}

/**
 * What happened disproves the findings of these rules that were made at that place at its own time
 * or later: they said that it had not happened. Those that were reviewed are withdrawn too. They are
 * withdrawn when that came to light: until then they stood.
 *
 * @param by the event that `command` brings, which they are withdrawn for; one of another stream names that
 */
export function withdrawFindings<Place extends object>(
  command: Command,
  { findings }: WithFindings<Place>,
  { rules, place, since }: Disproved<NoInfer<Place>>,
  by: Pick<DomainEvent, 'type' | 'occurredAt'> & { readonly stream?: string },
): FindingWithdrawn[] {
  const { type, occurredAt, stream } = by;
  const disprovedBy = { type, occurredAt, ...(stream !== undefined && { stream }) };
  return findings
    .filter(({ status, foundAt }) => status !== 'withdrawn' && foundAt >= (since ?? by.occurredAt))
    .filter(({ code }) => rules.some((rule) => rule.code === code))
    .filter((each) =>
      Object.entries(place).every(([part, value]) => each[part as keyof typeof each] === value),
    )
    .map(({ finding, article, foundAt }) => {
      const when = { ...command, occurredAt: cameToLight(command, foundAt) };
      return happened(when, 'FindingWithdrawn', { finding, article, disprovedBy }, [
        article,
        'R13',
      ]);
    });
}
