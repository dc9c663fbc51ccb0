import { DomainError, type Command, type DomainEvent } from '@app/kernel';
import { decideUnderClaims } from './claims/decide-under-claims.js';
import { DuplicateEvent, VersionConflict } from './errors.js';
import type { Execution } from './execution.js';
import type { Folded } from './folded.js';

/** Times that a command is decided because others wrote first. */
const ATTEMPTS = 10;

/** What comes of a command, as far as this fold knows. @throws VersionConflict the stream is not where whoever asks has seen it */
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

/** After a conflict on fresh knowledge: whether deciding once more could end otherwise. */
export function mayRetry<C extends Command, S, E extends DomainEvent>(
  { stream, request: { expectedVersion } }: Execution<C, S, E>,
  error: Error,
  attempt: number,
): boolean {
  const lost =
    error instanceof VersionConflict && (expectedVersion === undefined || error.stream !== stream);
  return lost && attempt < ATTEMPTS;
}

/** Whether an error says something of the stream, of which kept knowledge may be wrong. */
export function isRejection(
  error: unknown,
): error is VersionConflict | DuplicateEvent | DomainError {
  return (
    error instanceof VersionConflict ||
    error instanceof DuplicateEvent ||
    error instanceof DomainError
  );
}
