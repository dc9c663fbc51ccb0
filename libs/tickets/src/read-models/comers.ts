import type { TicketEvent } from '../contract.js';
import { crewOf } from '../domain/visit/crew.js';
import type { Comers } from './comers.row.js';
import { othersAfter } from './others-after.js';

type Crewed = Comers & { readonly technician: string; readonly others: readonly string[] };

export const NOBODY_CAME: Comers = { came: [], awaitsNext: false, absentAt: null };

/** The same after an event of the visit, or of its ticket. */
export function comersAfter(visit: Crewed, event: TicketEvent): Comers {
  const { came, awaitsNext, absentAt } = visit;
  switch (event.type) {
    case 'TechnicianArrived': {
      const { technician } = event.data;
      const more = technician === undefined ? crewOf(visit) : [technician];
      const all = [...new Set([...came, ...more])];
      const since = absentAt !== null && event.occurredAt > absentAt ? null : absentAt;
      return { came: all, awaitsNext: !hasComeOf(visit, all), absentAt: since };
    }
    case 'CustomerAbsent':
      if (event.data.stands) return NOBODY_CAME;
      if (event.data.technician !== undefined) return { came, awaitsNext, absentAt };
      return { came, awaitsNext, absentAt: event.occurredAt };
    case 'TechnicianRemoved': {
      const crew = { ...visit, others: othersAfter(visit.others, event) };
      return { came, absentAt, awaitsNext: came.length > 0 && !hasComeOf(crew, came) };
    }
    case 'VisitRescheduled': {
      const { technician } = event.data;
      const crew = { technician, others: othersAfter(visit.others, event) };
      return { came, absentAt, awaitsNext: awaitsNext && !hasComeOf(crew, came) };
    }
    case 'VisitCancelled':
      return { came, absentAt, awaitsNext: false };
    case 'CrewNoShowRecorded': {
      const { technician } = event.data;
      const others = came.filter((each) => each !== technician);
      return { came: others, absentAt, awaitsNext: awaitsNext && technician !== visit.technician };
    }
    default:
      return { came, awaitsNext, absentAt };
  }
}

function hasComeOf(
  crew: { readonly technician: string; readonly others: readonly string[] },
  came: readonly string[],
): boolean {
  return crewOf(crew).some((each) => came.includes(each));
}
