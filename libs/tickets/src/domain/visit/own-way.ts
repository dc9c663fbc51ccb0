import type { Instant } from '@app/kernel';
import type { PreparationCorrected, VisitPrepared } from './planning.events.js';
import type { OwnWay } from './own-way.state.js';
import type { Prepared } from './preparation.js';
import type { Visit } from './visit.state.js';

type WithWays = Pick<Visit, 'own'>;

/** What somebody did for themself; nothing where they went along. */
export function wayOf({ own }: WithWays, person: string): OwnWay {
  return own[person] ?? {};
}

/** With something more of it. */
export function wentAlone(
  { own }: WithWays,
  person: string,
  more: OwnWay,
): { readonly own: Visit['own'] } {
  return { own: { ...own, [person]: { ...own[person], ...more } } };
}

/** What is corrected was made ready when it was put down first. */
export function readyAfter(
  before: Prepared | undefined,
  { data, occurredAt: changedAt }: VisitPrepared | PreparationCorrected,
): Prepared {
  const { badge, uniform, tools, parts } = data;
  return { badge, uniform, tools, parts, at: before?.at ?? changedAt, changedAt };
}

/** What somebody of a visit made ready. */
export function readyOf(visit: Visit, person: string): Prepared | undefined {
  return person === visit.technician ? visit.ready : wayOf(visit, person).ready;
}

/** Those of the others who come and go with the responsible technician: they did not set out by themselves. */
export function along(visit: Pick<Visit, 'others' | 'own'>): string[] {
  return visit.others.filter((each) => wayOf(visit, each).departedAt === undefined);
}

/** Whoever has come by now with an arrival that is nobody's alone. */
export function cameTogether(visit: Pick<Visit, 'technician' | 'others' | 'own'>): string[] {
  return [visit.technician, ...along(visit)];
}

/** Who stays when somebody leaves: with the responsible technician go those who came along. */
export function remaining(
  visit: Pick<Visit, 'technician' | 'others' | 'own'> & { readonly present: readonly string[] },
  person: string,
): string[] {
  const alone = (each: string) => wayOf(visit, each).arrivedAt !== undefined;
  return visit.present.filter(
    (each) => each !== person && (person !== visit.technician || alone(each)),
  );
}

/** Everybody has left: also whoever had come by themself and said nothing more. */
export function allLeft({ own }: WithWays, leftAt: Instant): WithWays {
  const ways = Object.entries(own).map(([each, way]): [string, OwnWay] => [
    each,
    way.arrivedAt !== undefined && way.leftAt === undefined ? { ...way, leftAt } : way,
  ]);
  return { own: Object.fromEntries(ways) };
}
