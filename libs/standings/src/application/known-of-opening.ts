import type { Contexts } from '@app/event-store';
import { employeeStreams, type EmployeeEvent, type EmployeeFile } from '@app/department';
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
  const [line, subject, departments] = await Promise.all([
    contexts.read(editionStreams, { line: DOCUMENT_2 }),
    personThen(contexts, employee, occurredAt, '/employee'),
    departmentsOf(contexts, employee, occurredAt),
  ]);
  return { edition: approved(line)[0] ?? 'none-approved', subject, departments };
}

/** What their file said from the first to a moment, in order. */
async function departmentsOf(
  contexts: Contexts,
  employee: string,
  until: Instant,
): Promise<KnownOfOpening['departments']> {
  const events = await contexts.recordedSince(employeeStreams, employee, '');
  return events
    .filter(({ occurredAt }) => occurredAt <= until)
    .flatMap(({ occurredAt: from, data: told }) => {
      const data = told as EmployeeEvent['data'];
      const { department } = 'restores' in data ? data.restores : (data as Partial<EmployeeFile>);
      return department === undefined ? [] : [{ from, department }];
    });
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
