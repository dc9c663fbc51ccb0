import { commandOf, type RequestFor } from '@app/event-store';
import { toldLate } from '@app/policy';
import type { RecordCustomerAbsent, SuspendWork } from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { hourFrom } from '../domain/visit/booked-hour.js';
import type { Diaries } from './diaries.js';
import { crewIn, givenUpIn } from './whose-visit.js';

/** What else those of a visit are booked for at the hour that is agreed for going on; asked only where it is told late. */
export async function knownOfResumption(
  diaries: Diaries,
  request: RequestFor<SuspendWork>,
  ticket: Ticket,
): Promise<Pick<SuspendWork['known'], 'bookings'>> {
  const command = commandOf(request);
  if (!toldLate(command)) return {};
  const { visit, resumeAt } = request.data;
  const crew = crewIn(ticket, command);
  return {
    bookings: await diaries.booked(crew, { ticket: request.id, visit }, hourFrom(resumeAt)),
  };
}

/** The same at the hour of a visit that they are held to have left, which may be booked anew. */
export async function knownOfAbsence(
  diaries: Diaries,
  request: RequestFor<RecordCustomerAbsent>,
  ticket: Ticket,
): Promise<RecordCustomerAbsent['known']> {
  const { visit } = request.data;
  const hour = givenUpIn(ticket, visit);
  if (!hour) return {};
  const crew = crewIn(ticket, commandOf(request));
  return { bookings: await diaries.booked(crew, { ticket: request.id, visit }, hour) };
}
