import type { Actor, Instant, LocalTime } from '@app/kernel';
import { HOTLINE, MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at, moment } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import type { ArticleId } from '@app/policy';
import type { Facts, PersonThen } from '../domain/case/facts.js';
import { judgedBy } from '../domain/case/judged-by.js';
import { pointsOf } from '../domain/case/points.js';
import { nameOf, type Clause, type Measure } from '../domain/edition/clause.js';
import { document2 } from '../domain/edition/document-2.js';
import type { EditionText } from '../domain/edition/edition.js';
import type { EditionInForce } from '../domain/edition/edition-line.js';
import type { KnownCalendar, KnownOfCase, StandingCommand } from '../domain/standing.commands.js';
import type {
  ActDecided,
  ActProposed,
  CaseOpened,
  CaseVerified,
  StandingEvent,
} from '../domain/standing.events.js';

/** Whose year the specs are about, and a second supervisor. */
export const EMPLOYEE = 'he-ying';
export const YEAR = '2026';
export const OTHER_SUPERVISOR: Actor = { id: 'wu-di', role: 'supervisor' };
export const THE_EMPLOYEE: Actor = { id: EMPLOYEE, role: 'sales' };
const of = { employee: EMPLOYEE, year: YEAR };

/** Document 2 in force since the beginning of 2025. */
export const edition: EditionInForce = {
  edition: '2026.1',
  text: document2,
  draftedAt: '2024-12-01T00:00:00.000Z',
  draftedBy: SUPERVISOR.id,
  inForceFrom: '2024-12-31T16:00:00.000Z',
  approvedBy: MANAGER.id,
};

/** The years of the specs, with the Tomb-Sweeping day of 2026 off. */
export const working: KnownCalendar = {
  calendar: new Map(
    ['2025', '2026'].map((year) => [
      year,
      { restDays: [6, 7], holidays: [{ date: '2026-04-06' }], makeUpDays: [] },
    ]),
  ),
};

export const person: PersonThen = {
  department: 'sales',
  supervisor: false,
  reportsTo: 'chen-gang',
};

/** Known of a case about somebody of the department of its clause. */
export const known: KnownOfCase = {
  edition,
  subject: person,
  subordinates: [],
  dismissed: false,
  beside: [],
  promulgatedAt: edition.inForceFrom,
};
export const inRepair: KnownOfCase = { ...known, subject: { ...person, department: 'repair' } };

export function clauseOf(name: string): Clause {
  return document2.clauses.find((each) => nameOf(each) === name)!;
}

type Time = LocalTime | Instant;
type Said = Partial<Omit<CaseOpened['data'], 'case' | 'article' | 'clause'>>;

const ask = commandOf<StandingCommand>(SUPERVISOR);

/** Somebody reports something under a clause: `D26.talks-back`. */
export function report(
  name: string,
  facts: Partial<Facts> = {},
  beside: Partial<KnownOfCase> = {},
) {
  const [article, clause] = name.split('.') as [ArticleId, string];
  const department = clauseOf(name)?.department ?? 'sales';
  const subject = { ...person, department };
  const asked = ask('OpenCase', { ...of, article, clause, facts: '…', ...facts }, '09:00', {
    by: HOTLINE,
    known: { ...known, subject, ...beside },
  });
  return asked;
}

/** A command for a case of the year, by the supervisor at ten unless told otherwise. */
export function step<
  Type extends Exclude<
    StandingCommand['type'],
    | 'OpenCase'
    | 'OpenConsequence'
    | 'UndoConsequence'
    | 'ProposeShare'
    | 'WithdrawCase'
    | 'RecordShortage'
    | 'JudgeShortageAgain'
    | 'ReportSaleWithoutFile'
    | 'EvaluatePeriod'
    | 'EvaluatePeriodAgain'
  >,
>(
  type: Type,
  data: Omit<Extract<StandingCommand, { type: Type }>['data'], 'employee' | 'year'>,
  {
    by = SUPERVISOR,
    time = '10:00',
    beside = {},
  }: { by?: Actor; time?: Time; beside?: object } = {},
) {
  const whole = { ...of, ...data } as never;
  return ask(type, whole, time, {
    by,
    known: { dismissed: false, ...working, ...beside } as never,
  });
}

interface Told {
  readonly by?: Actor;
  readonly time?: Time;
  readonly text?: EditionText;
}

/** The case of a number, opened by the hotline at nine. */
export function openedCase(
  number: number,
  name: string,
  said: Said = {},
  { by = HOTLINE, time = '09:00', text = document2 }: Told = {},
): CaseOpened {
  const clause = text.clauses.find((each) => nameOf(each) === name)!;
  return {
    type: 'CaseOpened',
    data: {
      case: number,
      ...of,
      article: clause.article,
      clause: clause.clause,
      facts: '…',
      evidence: [],
      happenedAt: moment(time),
      ...person,
      department: clause.department,
      judgedBy: judgedBy('2026.1', text, clause),
      ...said,
    },
    occurredAt: moment(time),
    actor: by,
    articles: [clause.article],
  };
}

/** Later events of a case, each answering to the case's article. */
export function laterOf(
  { data: { article } }: Pick<CaseOpened, 'data'>,
  by: Actor = SUPERVISOR,
  time: Time = '09:30',
) {
  return <Type extends StandingEvent['type']>(
    type: Type,
    data: Extract<StandingEvent, { type: Type }>['data'],
  ): Extract<StandingEvent, { type: Type }> =>
    ({ type, data, occurredAt: moment(time), actor: by, articles: [article] }) as never;
}

export function verified(file: CaseOpened, by = OTHER_SUPERVISOR): CaseVerified {
  return laterOf(file, by)('CaseVerified', { case: file.data.case, result: '属实', evidence: [] });
}

export function proposed(
  file: CaseOpened,
  measures: readonly Measure[] = file.data.judgedBy.clause.outcomes[0]!.measures,
  more: Partial<ActProposed['data']> = { hearingUntil: at('00:00', 4) },
  by = SUPERVISOR,
): ActProposed {
  return laterOf(file, by)('ActProposed', { case: file.data.case, measures, ...more });
}

export function decided(
  file: CaseOpened,
  measures: readonly Measure[] = file.data.judgedBy.clause.outcomes[0]!.measures,
  more: Partial<ActDecided['data']> = {},
  by = SUPERVISOR,
): ActDecided {
  const points = pointsOf(measures, file.data.judgedBy.reckoning);
  const data = { case: file.data.case, measures, points, appealUntil: at('00:00', 15), ...more };
  return laterOf(file, by)('ActDecided', data);
}

/** A whole case of an act that was decided, its facts at some time of the year. */
export function act(number: number, name: string, happenedAt: Instant = at('09:00')) {
  const file = openedCase(number, name, { happenedAt });
  return [file, proposed(file), decided(file)] as const;
}
