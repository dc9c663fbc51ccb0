import { commandOf, type RequestFor } from '@app/event-store';
import { checkLabourSpan } from '../domain/steps/log-labour.js';
import type { CorrectLabour, CorrectPart } from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { entryToCorrect } from '../domain/visit/correction.js';
import { saidNow } from '../domain/steps/correct-part.js';
import type { Diaries } from './diaries.js';
import type { Custody } from './ports.js';

/** As for hours that are logged, of the span that is said now; nothing where none is said anew. */
export async function knownOfLabour(
  diaries: Diaries,
  request: RequestFor<CorrectLabour>,
  ticket: Ticket,
): Promise<CorrectLabour['known']> {
  const { span } = request.data;
  if (!span) return { logged: [] };
  const { visit, entry } = entryToCorrect(commandOf(request), ticket, 'labour');
  checkLabourSpan({ occurredAt: request.occurredAt, data: { span } }, visit, entry.technician);
  return { logged: await diaries.hoursLogged(entry.technician, span) };
}

/** What whoever used the part held when they did. */
export async function knownOfPart(
  custody: Custody,
  request: RequestFor<CorrectPart>,
  ticket: Ticket,
): Promise<CorrectPart['known']> {
  const { entry } = entryToCorrect(commandOf(request), ticket, 'part');
  const { technician: employee, at } = entry;
  if (request.data.withdrawn) return { inHand: 0 };
  const of = { employee, ...saidNow(request, entry) };
  const except = { ticket: request.id, entry: entry.entry };
  // It was used then, whatever the records say.
  return custody.partsInHand({ ...of, at, late: true, except });
}
