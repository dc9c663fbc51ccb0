import type { TicketEvent } from '../contract.js';

/** Who comes along with the responsible technician, after an event of their visit (R10). */
export function othersAfter(
  others: readonly string[],
  { type, data }: TicketEvent,
): readonly string[] {
  switch (type) {
    case 'TechnicianAdded':
      return [...others, data.technician];
    case 'TechnicianRemoved':
    case 'VisitRescheduled':
      return others.filter((each) => each !== data.technician);
    default:
      return others;
  }
}
