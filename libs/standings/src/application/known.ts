import type { Contexts } from '@app/event-store';
import { calendarOf } from '@app/calendar';
import { employeeStreams, lineAbove } from '@app/department';
import { localDate, NotFound, plusDays, yearOf, type Instant } from '@app/kernel';
import type { AdoptionRef, Facts, PersonThen, Shortage } from '../domain/case/facts.js';
import {
  approved,
  DOCUMENT_2,
  editionAt,
  editionStreams,
  type EditionLine,
} from '../domain/edition/edition-line.js';
import type {
  KnownAdoption,
  KnownOfAppeal,
  KnownCalendar,
  KnownOfCase,
  KnownOfDecision,
  KnownOfShortage,
  KnownSuccessor,
  OfStanding,
} from '../domain/standing.commands.js';
import { counts, isDismissed, standingStreams, type Standing } from '../domain/standing.state.js';

export type Reported = OfStanding & Partial<Pick<Facts, 'happenedAt' | 'together' | 'adoption'>>;

/** What must be known of a case that is opened, as things were when it happened. */
export async function knownOfCase(
  { data, occurredAt }: { readonly data: Reported; readonly occurredAt: Instant },
  contexts: Contexts,
): Promise<KnownOfCase> {
  const at = data.happenedAt ?? occurredAt;
  const { employee, together = [] } = data;
  const [line, subject, adoption, standings] = await Promise.all([
    contexts.read(editionStreams, { line: DOCUMENT_2 }),
    personThen(contexts, employee, at, '/employee'),
    adoptionOf(contexts, employee, data.adoption),
    standingsBeside(data, contexts),
  ]);
  const others = await Promise.all(
    together.map((id, index) => personThen(contexts, id, at, `/together/${index}`)),
  );
  const subordinates = together.filter((_, index) => others[index]!.reportsTo === employee);
  const promulgatedAt = approved(line)[0]?.inForceFrom;
  return {
    edition: inForceAt(line, at),
    subject,
    subordinates,
    dismissed: standings.some(isDismissed),
    beside: standings.flatMap(({ cases }) => cases),
    ...(adoption && { adoption }),
    ...(promulgatedAt && { promulgatedAt }),
  };
}

/** The same of a share that is proposed, and the working days by which the employee is heard where it is lowered. */
export async function knownOfShare(
  request: {
    readonly data: Reported;
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
  },
  contexts: Contexts,
): Promise<KnownOfCase & KnownCalendar> {
  const [known, calendar] = await Promise.all([
    knownOfCase(request, contexts),
    knownCalendar(request, contexts),
  ]);
  return { ...known, ...calendar };
}

/** What must be known of goods that were missing: as of any case, as of the count, and what was missing beside this year. */
export async function knownOfShortage(
  { data }: { readonly data: OfStanding & Pick<Shortage, 'at'> },
  contexts: Contexts,
): Promise<KnownOfShortage> {
  const [known, standings] = await Promise.all([
    knownOfCase({ data, occurredAt: data.at }, contexts),
    standingsBeside(data, contexts),
  ]);
  const shortages = standings.flatMap((each) => each.shortages ?? []);
  return { ...known, shortages: shortages.map(({ at, amount }) => ({ at, amount })) };
}

/** The years before and after: a case of theirs may have dismissed the employee, or be of the same facts. */
async function standingsBeside(
  { employee, year }: OfStanding,
  contexts: Contexts,
): Promise<readonly Standing[]> {
  const beside = [-1, 1].map((step) => ({ employee, year: String(Number(year) + step) }));
  return contexts.readMany(standingStreams, beside);
}

/** No term is longer. */
const LONGEST_TERM = 366;

/** The working days of the years into which a term may reach that begins now. */
export async function knownCalendar(
  { occurredAt, receivedAt }: { readonly occurredAt: Instant; readonly receivedAt: Instant },
  contexts: Contexts,
): Promise<KnownCalendar> {
  const first = Number(yearOf(localDate(occurredAt)));
  const last = Number(yearOf(plusDays(localDate(receivedAt), LONGEST_TERM)));
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return { calendar: await calendarOf(contexts, years) };
}

export async function knownOfDecision(
  request: {
    readonly data: OfStanding & { readonly successor?: string };
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
  },
  contexts: Contexts,
): Promise<KnownOfDecision> {
  const { employee, successor: named } = request.data;
  const [standings, { calendar }, successor] = await Promise.all([
    standingsBeside(request.data, contexts),
    knownCalendar(request, contexts),
    named === undefined ? undefined : knownSuccessor(employee, named, contexts),
  ]);
  const dismissed = standings.some(isDismissed);
  return { dismissed, calendar, ...(successor && { successor }) };
}

/**
 * @throws NotFound `unknown-employee`, pointing at `/opinionBy`: who is to have given the opinion does not work here,
 *   and never has
 */
export async function knownOfAppeal(
  request: {
    readonly data: { readonly opinionBy?: string };
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
  },
  contexts: Contexts,
): Promise<KnownOfAppeal> {
  const { opinionBy } = request.data;
  const calendar = await knownCalendar(request, contexts);
  if (opinionBy === undefined) return calendar;
  const file = await contexts.read(employeeStreams, opinionBy);
  if (file.status === 'none') throw notEmployed(opinionBy, request.occurredAt, '/opinionBy');
  return { ...calendar, opinionLeads: file.status === 'active' && file.supervisor };
}

/** Whether somebody can succeed an employee: leads others, and is not below them. */
async function knownSuccessor(
  employee: string,
  successor: string,
  contexts: Contexts,
): Promise<KnownSuccessor> {
  const file = await contexts.read(employeeStreams, successor);
  if (file.status !== 'active' || !file.supervisor)
    return { employee: successor, leads: false, below: false };
  const { above } = await lineAbove({ data: file }, contexts);
  const below = successor === employee || above.some((each) => each.employee === employee);
  return { employee: successor, leads: true, below };
}

/** In force at a moment, or why none was. */
export async function editionThen(
  contexts: Contexts,
  at: Instant,
): Promise<KnownOfCase['edition']> {
  return inForceAt(await contexts.read(editionStreams, { line: DOCUMENT_2 }), at);
}

function inForceAt(line: EditionLine, at: Instant): KnownOfCase['edition'] {
  if (approved(line).length === 0) return 'none-approved';
  return editionAt(line, at) ?? 'not-yet-in-force';
}

/** Whom the file says that they were then; who was registered only later, as their first file says. */
export async function personThen(
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

export function notEmployed(employee: string, at: Instant, pointer: string): NotFound {
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
