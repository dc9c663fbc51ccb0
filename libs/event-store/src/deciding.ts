import { DomainError, type Command, type DomainEvent } from '@app/kernel';
import { decideUnderClaims } from './claims/decide-under-claims.js';
import { DuplicateEvent, VersionConflict } from './errors.js';
import type { Execution } from './execution.js';
import type { Folded } from './folded.js';

/** How often a command is decided again, at most, because others wrote first. */
const ATTEMPTS = 10;

/**
 * The events that a command leads to, on this state of the stream. @throws VersionConflict the
 * stream is not at the version that the request expects
 */
export async function decide<C extends Command, S, E extends DomainEvent>(
  { request, stream, aggregate, command }: Execution<C, S, E>,
  folded: Folded<S>,
): Promise<readonly E[]> {
  const { commandId, expectedVersion } = request;
  if (expectedVersion !== undefined && expectedVersion !== folded.version)
    throw new VersionConflict(stream, expectedVersion, folded.version);
  const { decider } = aggregate;
  const completed = await command(folded.state);
  return decideUnderClaims(decider, { ...folded, stream }, commandId, (state) =>
    decider.decide(completed, state),
  );
}

/**
 * Whether to decide again after a conflict on freshly loaded state. Not where the request itself
 * expected another version: that answer would not change.
 */
export function mayRetry<C extends Command, S, E extends DomainEvent>(
  { stream, request: { expectedVersion } }: Execution<C, S, E>,
  error: Error,
  attempt: number,
): boolean {
  const lost =
    error instanceof VersionConflict && (expectedVersion === undefined || error.stream !== stream);
  return lost && attempt < ATTEMPTS;
}

/**
 * Whether an error is a refusal that rests on the state of the stream. From cached state it may be
 * wrong, and is decided again on fresh state before it is given.
 */
export function isRejection(error: unknown): error is Error {
  return [VersionConflict, DuplicateEvent, DomainError].some((each) => error instanceof each);
}
