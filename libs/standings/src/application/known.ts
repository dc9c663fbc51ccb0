import type { Contexts } from '@app/event-store';
import { employeeStreams } from '@app/department';
import { localDate, NotFound, type Instant } from '@app/kernel';
import { lastMomentOf } from '../domain/case/figures.js';
import type { AdoptionRef, Facts, PersonThen } from '../domain/case/facts.js';
import { approved, DOCUMENT_2, editionAt, editionStreams } from '../domain/edition/edition-line.js';
import type {
  KnownAdoption,
  KnownOfCase,
  KnownOfDismissal,
  OfStanding,
} from '../domain/standing.commands.js';
import { counts, isDismissed, standingStreams } from '../domain/standing.state.js';

type Reported = OfStanding &
  Partial<Pick<Facts, 'happenedAt' | 'figures' | 'together' | 'adoption'>>;

/** What must be known of a case that is opened, as things were when it happened. */
export async function knownOfCase(
  { data, occurredAt }: { readonly data: Reported; readonly occurredAt: Instant },
  contexts: Contexts,
): Promise<KnownOfCase> {
  const last = data.figures?.at(-1);
  const at = last ? lastMomentOf(last.period) : (data.happenedAt ?? occurredAt);
  const { employee, together = [] } = data;
  const [edition, subject, adoption, { dismissed }] = await Promise.all([
    editionThen(contexts, at),
    personThen(contexts, employee, at, '/employee'),
    adoptionOf(contexts, employee, data.adoption),
    knownOfDismissal({ data }, contexts),
  ]);
  const others = await Promise.all(
    together.map((id, index) => personThen(contexts, id, at, `/together/${index}`)),
  );
  const subordinates = together.filter((_, index) => others[index]!.reportsTo === employee);
  return { edition, subject, subordinates, dismissed, ...(adoption && { adoption }) };
}

/** Whether a case of the year before or after has dismissed the employee. */
export async function knownOfDismissal(
  { data: { employee, year } }: { readonly data: OfStanding },
  contexts: Contexts,
): Promise<KnownOfDismissal> {
  const beside = [-1, 1].map((step) => ({ employee, year: String(Number(year) + step) }));
  const standings = await contexts.readMany(standingStreams, beside);
  return { dismissed: standings.some(isDismissed) };
}

/** In force at a moment, or why none was. */
export async function editionThen(
  contexts: Contexts,
  at: Instant,
): Promise<KnownOfCase['edition']> {
  const line = await contexts.read(editionStreams, { line: DOCUMENT_2 });
  if (approved(line).length === 0) return 'none-approved';
  return editionAt(line, at) ?? 'not-yet-in-force';
}

/** Whom the file says that they were then; who was registered only later, as their first file says. */
async function personThen(
  contexts: Contexts,
  employee: string,
  at: Instant,
  pointer: string,
): Promise<PersonThen> {
  const { then, now } = await contexts.readAsOf(employeeStreams, employee, at);
  const file = then.status === 'none' ? now : then;
  if (file.status === 'none' || then.status === 'left') throw notEmployed(employee, at, pointer);
  const { department, supervisor, reportsTo } = file;
  return { department, supervisor, ...(reportsTo && { reportsTo }) };
}

function notEmployed(employee: string, at: Instant, pointer: string): NotFound {
  const day = localDate(at);
  return new NotFound(
    'unknown-employee',
    {
      zh: `${day} 没有在职员工 ${employee}`,
      en: `there was no active employee ${employee} on ${day}`,
    },
    pointer,
  );
}

/** The adoption, where its act stands: the merit for it was decided and not revoked. */
async function adoptionOf(
  contexts: Contexts,
  employee: string,
  ref: AdoptionRef | undefined,
): Promise<KnownAdoption | undefined> {
  if (!ref) return undefined;
  const { cases } = await contexts.read(standingStreams, { employee, year: ref.year });
  const file = cases.find((each) => each.case === ref.case);
  if (!file || !counts(file) || file.opened.clause !== 'adopted') return undefined;
  return { ref, article: file.opened.article, adoptedAt: file.opened.happenedAt };
}
