import type { Command, Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import {
  hasArrived,
  isAt,
  isPending,
  type AbsentVisit,
  type FormerTechnician,
  type LeftVisit,
  type Visit,
} from './visit.state.js';

/** Who is on a visit, and who was. */
export type Crew = Pick<Visit, 'technician' | 'others' | 'former' | 'own'>;

/** Who makes a visit: the one responsible technician first, then the others (R10). */
export function crewOf({ technician, others }: Pick<Crew, 'technician' | 'others'>): string[] {
  return [technician, ...others];
}

/** Everybody who is or was on a visit, whatever became of it: each answers for what they did there. */
export function everOn(visit: Pick<Crew, 'technician' | 'others' | 'former'>): string[] {
  return [...crewOf(visit), ...visit.former.map(({ technician }) => technician)];
}

const UNDER_WAY = ['scheduled', 'departed', 'on-site', 'working', 'away'] as const;
const OVER = ['left', 'completed', 'absent'] as const;

/** Where a visit stands whose crew changes; told late, it may have been made since. */
export function mayChangeCrew(command: Command) {
  return toldLate(command) ? ([...UNDER_WAY, ...OVER] as const) : UNDER_WAY;
}

/** What somebody does who goes to a customer, and may not have heard that another was given the visit. */
const COMING: ReadonlySet<string> = new Set([
  'ReviewCustomerFile',
  'AnalyseFault',
  'PrepareVisit',
  'Depart',
  'RecordArrival',
]);

/**
 * Who made the visit when the step happened. Whoever was at the customer's stays of its crew, though they were
 * replaced meanwhile (R10). What is told late is told also by somebody who was taken off the visit only
 * afterwards, or who went there without having heard of it.
 */
export function crewAt(command: Command, visit: Crew): string[] {
  const { occurredAt, type } = command;
  const late = toldLate(command);
  const former = visit.former.filter(
    (each) => cameAsFormer(visit, each) || (late && (occurredAt <= each.until || COMING.has(type))),
  );
  return [...crewOf(visit), ...former.map(({ technician }) => technician)];
}

function cameAsFormer({ own }: Pick<Crew, 'own'>, { technician, there }: FormerTechnician) {
  return there ?? own[technician]?.arrivedAt !== undefined;
}

/** Who was on the visit before, and is no longer; undefined for everybody else. */
export function formerOf(
  visit: Pick<Crew, 'technician' | 'others' | 'former'>,
  person: string,
): FormerTechnician | undefined {
  if (crewOf(visit).includes(person)) return undefined;
  return visit.former.findLast(({ technician }) => technician === person);
}

/** Whoever came had been replaced by then without hearing of it, and none of those who are to come has come. */
export function madeByFormer(visit: Visit): boolean {
  if (!hasArrived(visit) || !visit.apart) return false;
  const came = (person: string) => visit.own[person]?.arrivedAt !== undefined;
  return visit.former.some(({ technician }) => came(technician)) && !crewOf(visit).some(came);
}

/** The appointment is still to be kept by somebody else than who came: they were neither called off nor missed. */
export function awaitsAnother(visit: Visit): boolean {
  if (!hasArrived(visit) || visit.nextCalledOffAt !== undefined) return false;
  return madeByFormer(visit) && visit.own[visit.technician]?.noShowAt === undefined;
}

/** Whoever had been replaced has left, and the next is still to come. */
export function awaitsNext(visit: Visit): visit is LeftVisit | AbsentVisit {
  return isAt(visit, ['left', 'absent']) && awaitsAnother(visit);
}

/** Nobody has come to it yet, or not who is to. */
export function isToBeMade(visit: Visit): boolean {
  return isPending(visit) || awaitsNext(visit);
}

/** Who of the visit took the step; the responsible technician where the office enters it for nobody in particular. */
export function doerOf(command: Command, visit: Crew): string {
  const { id, onBehalfOf } = command.actor;
  const crew = crewAt(command, visit);
  return (
    [onBehalfOf, id].find((each) => each !== undefined && crew.includes(each)) ?? visit.technician
  );
}

/** What this visit brought in was in the workshop by then: it is worked on there by whoever does it (V18). */
export function isInWorkshop(
  { firstAt: { ProductTakenIn: takenIn } }: Pick<Visit, 'firstAt'>,
  at: Instant,
): boolean {
  return takenIn !== undefined && takenIn <= at;
}

/**
 * Whose work it is: of who took the step, or in whose place it was entered; of what is in the workshop also of
 * somebody who does not make the visit (V18).
 *
 * @param at when the work was done, or began
 */
export function workerOf(
  command: Command,
  visit: Crew & Pick<Visit, 'firstAt'>,
  at: Instant = command.occurredAt,
): string {
  const { id, onBehalfOf, role } = command.actor;
  const worker = onBehalfOf ?? (role === 'technician' ? id : undefined);
  const another = worker !== undefined && !crewAt(command, visit).includes(worker);
  return another && isInWorkshop(visit, at) ? worker : doerOf(command, visit);
}

/** Who of the others took the step, for themself; undefined: the responsible technician, for the visit. */
export function aloneIn(command: Command, visit: Crew): string | undefined {
  const doer = doerOf(command, visit);
  return doer === visit.technician ? undefined : doer;
}
