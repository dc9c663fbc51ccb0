import type { RepairCompleted } from '../../contract.js';
import type { DetailStep, DetailVisit, TicketDetail } from '../ticket-detail/ticket-detail.row.js';
import type { UnitReading, UnitTicket, UnitVisit } from './unit-history.dto.js';

/** What a ticket had to do with a unit: the visits on which it was found, or all where one of its components was swapped. */
export function ticketShown(detail: TicketDetail, unit: string): UnitTicket {
  const { ticket, status, opened, fault, customer, visits } = detail;
  const found = visits.filter((visit) => visit.unit?.unit === unit);
  const shown = (found.length > 0 ? found : visits).map(visitShown);
  return { ticket, status, openedAt: opened.at, fault, customer, visits: shown };
}

function visitShown({
  visit,
  technician,
  arrivedAt,
  entitlement,
  unit,
  entries,
  steps,
}: DetailVisit): UnitVisit {
  const parts = entries.filter(({ kind, withdrawn }) => kind === 'part' && !withdrawn);
  const readings = steps.filter(({ step }) => step === 'RepairCompleted').map(readingIn);
  return { visit, technician, arrivedAt, entitlement, unit, parts, readings };
}

function readingIn({ at, data }: DetailStep): UnitReading {
  const { testResult, cause, restored } = data as Omit<RepairCompleted['data'], 'visit'>;
  return { at, testResult, cause, restored };
}
