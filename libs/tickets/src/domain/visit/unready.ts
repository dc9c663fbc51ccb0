import {
  findingsAfter,
  recordFindings,
  withdrawFindings,
  type FindingWithdrawn,
} from '@app/findings';
import { broken, type Command, type Instant } from '@app/kernel';
import { found } from '../ticket/found.js';
import type {
  CrewNoShowRecorded,
  TechnicianDeparted,
  TechnicianRemoved,
  TicketEvent,
  TicketFinding,
} from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { findingsOfCrew } from './findings-of-crew.js';
import { departureJudged } from './judged-departure.js';
import { along, wayOf } from './own-way.js';
import { lackingAt, omittedAt } from './omitted.js';
import { packingRules, preparationRules, studyRules } from './preparation-rules.js';
import { neededAt } from './preparation.js';
import { departureOf } from './setting-out.js';
import type { Visit, VisitSinceArrival } from './visit.state.js';

const outRules = [...new Set([...studyRules, ...preparationRules, ...packingRules])];

/** What those who set out at the command's time should have done before and had not (V3–V6). */
export function unready(
  command: Command,
  open: OpenedTicket,
  planned: Visit,
  people: readonly string[] = [planned.technician, ...along(planned)],
): TicketFinding[] {
  const { occurredAt } = command;
  const { visit, technician: person } = planned;
  const lapses = people.map((each) => ({
    person: each,
    rules: omittedAt(occurredAt, open, planned, each),
  }));
  const deeds = findingsOfCrew(command, open, visit, lapses);
  const findings = deeds.reduce<typeof open.findings>(findingsAfter, open.findings);
  const unpacked = people.includes(person) ? packedWrongly(command, open, planned) : [];
  return [...deeds, ...recordFindings(command, { findings }, unpacked, { visit, person })];
}

/**
 * Those who came had been judged by their coming, as nobody had told when they set out; now
 * somebody does. What they did only on the way is found, and what was asked only then is not.
 */
export function judgedAnew(
  command: Command,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  departed: TechnicianDeparted,
): TicketEvent[] {
  const { arrivedAt } = visit;
  let { findings } = open;
  return [visit.technician, ...along(visit)].flatMap((person) => {
    const changes = judgedBySettingOut(command, { ...open, findings }, visit, {
      person,
      departed,
      foundAt: arrivedAt,
    });
    findings = changes.reduce<typeof findings>(findingsAfter, findings);
    return changes;
  });
}

/** Somebody's part in the setting out, and what it was judged by before: at a time, or whenever. */
interface SettingOut {
  readonly person: string;
  readonly departed: TechnicianDeparted;
  readonly foundAt?: Instant;
}

/** What was found of somebody before they told when they set out, judged by that: what they lack still stands. */
export function judgedBySettingOut(
  command: Command,
  open: OpenedTicket,
  visit: Visit,
  { person, departed, foundAt }: SettingOut,
): (FindingWithdrawn | TicketFinding)[] {
  const at = command.occurredAt;
  const packing = person === visit.technician ? packedWrongly(command, open, visit) : [];
  const owed = [...omittedAt(at, open, visit, person), ...packing];
  const lacking = [...lackingAt(at, open, visit, person), ...packing];
  const rules = outRules.filter((rule) => !lacking.includes(rule));
  const place = { visit: visit.visit, person };
  const before = { ...place, ...(foundAt !== undefined && { foundAt }) };
  const since = foundAt === undefined ? { since: '' } : {};
  const withdrawn = withdrawFindings(command, open, { rules, place: before, ...since }, departed);
  const findings = withdrawn.reduce<typeof open.findings>(findingsAfter, open.findings);
  return [...withdrawn, ...recordFindings(command, { findings }, owed, place)];
}

/**
 * Whoever was taken off before the others set out did not come along: what they had not done before it they did
 * not owe (V4, V6), and they were in no two places (R10).
 */
export function owedNothing(
  command: Command,
  open: OpenedTicket,
  visit: Visit,
  removed: TechnicianRemoved,
): FindingWithdrawn[] {
  const { technician: person } = removed.data;
  const { arrivedAt } = wayOf(visit, person);
  const setOutAt = departureJudged(visit, person) ?? '';
  if (arrivedAt !== undefined || removed.occurredAt > setOutAt) return [];
  const rules = [...outRules, found.technicianIsInOnePlace];
  const place = { visit: visit.visit, person };
  return withdrawFindings(command, open, { rules, place, since: '' }, removed);
}

/**
 * Whoever did not come with the others did not owe what they had not done before it (V4, V6), and was not there
 * with them (R10); what they told of themself as they set out stands.
 */
export function neverCame(
  command: Command,
  open: OpenedTicket,
  visit: Visit,
  missed: CrewNoShowRecorded,
): FindingWithdrawn[] {
  const { technician: person } = missed.data;
  const setOut = wayOf(visit, person).departedAt !== undefined;
  const rules = [...(setOut ? [] : outRules), found.technicianIsInOnePlace];
  const place = { visit: visit.visit, person };
  return withdrawFindings(command, open, { rules, place, since: '' }, missed);
}

/** Nobody told when they set out, and nobody judged them with those who had: their coming says it of them. */
export function cameUntold(visit: VisitSinceArrival, person: string): boolean {
  const { departedAt, leftAt, joinedAt, noShowAt } = wayOf(visit, person);
  if (departedAt !== undefined || leftAt !== undefined) return false;
  if (noShowAt !== undefined) return true;
  const together = departureOf(visit);
  if (person === visit.technician) return together === undefined;
  return (joinedAt ?? '') > (together ?? visit.arrivedAt);
}

function packedWrongly({ occurredAt }: Command, open: OpenedTicket, { ready }: Visit) {
  return ready ? broken(packingRules, { ready, needed: neededAt(open, occurredAt) }) : [];
}
