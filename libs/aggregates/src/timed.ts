import type { CommandDto, Sent } from '@app/http';
import { DomainError } from '@app/kernel';

/** How often a command that tells no time is given a later one, at most. */
const ATTEMPTS = 5;

/**
 * Carries a command out. One that says nothing of when it happened happens when the server heard of it;
 * where another was recorded meanwhile that was heard of later, it happens now, and is decided again:
 * nobody is told that a time is wrong which they did not tell.
 */
export async function timed<Answer>(
  { occurredAt }: CommandDto,
  sent: Sent,
  carryOut: (sent: Sent) => Promise<Answer>,
): Promise<Answer> {
  let heard = sent;
  for (let attempt = 1; ; attempt++) {
    try {
      return await carryOut(heard);
    } catch (error) {
      if (occurredAt !== undefined || attempt === ATTEMPTS || !isOfItsTime(error)) throw error;
      heard = { ...sent, receivedAt: sent.now() };
    }
  }
}

function isOfItsTime(error: unknown): boolean {
  return error instanceof DomainError && error.pointer === '/occurredAt';
}
