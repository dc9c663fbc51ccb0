import type { CrewNoShowRecorded, TicketEvent } from '../contract.js';
import { crewOf } from '../domain/visit/crew.js';
import type { Comers } from './comers.row.js';
import { othersAfter } from './others-after.js';

type Crewed = Comers & { readonly technician: string; readonly others: readonly string[] };

export const NOBODY_CAME: Comers = { came: [], awaitsNext: false, missed: [], absentAt: null };

/** The same after an event of the visit, or of its ticket. */
export function comersAfter(visit: Crewed, event: TicketEvent): Comers {
  const { came, awaitsNext, missed, absentAt } = visit;
  const before = { came, awaitsNext, missed, absentAt };
  switch (event.type) {
    case 'TechnicianArrived': {
      const { technician } = event.data;
      const more = technician === undefined ? crewOf(visit) : [technician];
      const all = [...new Set([...came, ...more])];
      const since = absentAt !== null && event.occurredAt > absentAt ? null : absentAt;
      return { ...before, came: all, awaitsNext: !hasComeOf(visit, all), absentAt: since };
    }
    case 'CustomerAbsent':
      if (event.data.stands) return NOBODY_CAME;
      if (event.data.technician !== undefined) return before;
      return { ...before, absentAt: event.occurredAt };
    case 'TechnicianRemoved': {
      const crew = { ...visit, others: othersAfter(visit.others, event) };
      return { ...before, awaitsNext: came.length > 0 && !hasComeOf(crew, came) };
    }
    case 'VisitRescheduled': {
      const { technician } = event.data;
      const crew = { technician, others: othersAfter(visit.others, event) };
      return { ...before, awaitsNext: awaitsNext && !hasComeOf(crew, came) };
    }
    case 'VisitCancelled':
      return { ...before, awaitsNext: false };
    case 'CrewNoShowRecorded':
      return missedAlso(visit, event);
    case 'CrewNoShowCorrected':
      return { ...before, missed: missed.filter((each) => each !== event.data.technician) };
    default:
      return before;
  }
}

/** One of them was not there with the others; whoever did not come back had been there. */
function missedAlso(visit: Crewed, { data }: CrewNoShowRecorded): Comers {
  const { came, awaitsNext, missed, absentAt } = visit;
  const { technician, ofReturn = false } = data;
  const all = { missed: [...new Set([...missed, technician])], absentAt };
  if (ofReturn) return { ...all, came, awaitsNext };
  return {
    ...all,
    came: came.filter((each) => each !== technician),
    awaitsNext: awaitsNext && technician !== visit.technician,
  };
}

function hasComeOf(
  crew: { readonly technician: string; readonly others: readonly string[] },
  came: readonly string[],
): boolean {
  return crewOf(crew).some((each) => came.includes(each));
}
