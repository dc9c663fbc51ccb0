import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { approved, DOCUMENT_2, editionStreams } from '../domain/edition/edition-line.js';
import type { KnownOfOpening, KnownOfTakingOver, OfStanding } from '../domain/standing.commands.js';
import { knownCalendar, personThen } from './known.js';

interface Asked {
  readonly data: OfStanding;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
}

/**
 * What must be known to take something over from paper: the edition that came into force first.
 *
 * @throws NotFound `unknown-employee`, pointing at `/employee`
 */
export async function knownOfOpening(
  { data: { employee }, occurredAt }: Asked,
  contexts: Contexts,
): Promise<KnownOfOpening & Pick<KnownOfTakingOver, 'subject'>> {
  const [line, subject] = await Promise.all([
    contexts.read(editionStreams, { line: DOCUMENT_2 }),
    personThen(contexts, employee, occurredAt, '/employee'),
  ]);
  return { edition: approved(line)[0] ?? 'none-approved', subject };
}

/** As `knownOfOpening`, for acts that count from then on. */
export async function knownOfTakingOver(
  request: Asked,
  contexts: Contexts,
): Promise<KnownOfTakingOver> {
  const [known, calendar] = await Promise.all([
    knownOfOpening(request, contexts),
    knownCalendar(request, contexts),
  ]);
  return { ...known, ...calendar };
}
