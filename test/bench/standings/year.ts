import { instant, newId, type Actor, type DomainEvent, type Instant } from '@app/kernel';
import type { NewEvent } from '@app/event-store';
import { newEvents } from '@app/event-store/src/new-events.js';
import { standingEvents } from '@app/standings';
import { document2 } from '@app/standings/src/domain/edition/document-2.js';
import { nameOf, type Clause } from '@app/standings/src/domain/edition/clause.js';
import { judgedBy } from '@app/standings/src/domain/case/judged-by.js';
import { pointsOf } from '@app/standings/src/domain/case/points.js';

export const YEAR = '2025';
export const ACTS = 50;
const SUPERVISOR: Actor = { id: 'chen-gang', role: 'supervisor' };
const MANAGER: Actor = { id: 'ma-guoqiang', role: 'general-manager' };
const DAY = 24 * 60 * 60 * 1_000;

/** Clauses of sales that one report brings about, merits and demerits by turns. */
const CLAUSES: readonly Clause[] = [
  'D11.intelligence',
  'D28.report',
  'D12.credit-check',
  'D26.talks-back',
  'D13.new-ground',
  'D27.vehicle',
  'D15.slow-moving',
].map((name) => document2.clauses.find((each) => nameOf(each) === name)!);

export function employeeOf(number: number): string {
  return `employee-${String(number).padStart(5, '0')}`;
}

/** The events of one act: opened, proposed and decided; its facts on a day of the year that follows from both numbers. */
export function actOf(employee: number, number: number): readonly DomainEvent[] {
  const clause = CLAUSES[(employee + number * 3) % CLAUSES.length]!;
  const day = (employee * 7 + number * 13) % 360;
  const happenedAt = instant(Date.parse(`${YEAR}-01-01T01:00:00.000Z`) + day * DAY);
  const by = judgedBy('2026.1', document2, clause);
  const { measures } = clause.outcomes[0]!;
  const opened = {
    case: number,
    employee: employeeOf(employee),
    year: YEAR,
    article: clause.article,
    clause: clause.clause,
    facts: '外出拜访客户时的表现，详见附件所列记录',
    happenedAt,
    evidence: [],
    matter: String(number),
    department: 'sales',
    supervisor: false,
    reportsTo: 'chen-gang',
    judgedBy: by,
  };
  const decided = {
    case: number,
    measures,
    points: pointsOf(measures, by.reckoning),
    appealUntil: `${YEAR}-12-31T16:00:00.000Z`,
  };
  const articles = [clause.article];
  const each = (type: string, data: object, actor: Actor, occurredAt: Instant) => ({
    type,
    data,
    actor,
    occurredAt,
    articles,
  });
  return [
    each('CaseOpened', opened, SUPERVISOR, happenedAt),
    each('ActProposed', { case: number, measures }, SUPERVISOR, happenedAt),
    each('ActDecided', decided, MANAGER, happenedAt),
  ];
}

/** A whole year of somebody, as it is stored. */
export function yearOf(employee: number): readonly NewEvent[] {
  const stream = `standing-${employeeOf(employee)}:${YEAR}`;
  const events = Array.from({ length: ACTS }, (_, index) => actOf(employee, index + 1)).flat();
  return newEvents(standingEvents, stream, events, {
    commandId: newId(),
    commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A',
    origin: { correlationId: newId(), policyVersion: '2026.1' },
  });
}
