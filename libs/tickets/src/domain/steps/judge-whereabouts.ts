import { findingsAfter, recordDeeds, withdrawFindings } from '@app/findings';
import { localDate, type LocalDate } from '@app/kernel';
import { found } from '../ticket/found.js';
import { requireTicket } from '../ticket/preconditions.js';
import type { JudgeWhereabouts, Whereabouts } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';

const rules = [found.technicianIsInOnePlace];

/**
 * What another ticket has told late of somebody shows that they were in two places as they came on this one,
 * or that they were not (R10): the finding is recorded as of when they came, or withdrawn. Where it stands as
 * their diary has it, nothing changes, however often it is looked at.
 */
export function judgeWhereabouts(
  command: JudgeWhereabouts,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireTicket(ticket);
  const judged: TicketEvent[] = [];
  let known = open.findings;
  for (const moment of command.known.whereabouts) {
    const changes = judge(command, { findings: known }, moment);
    known = changes.reduce<typeof known>(findingsAfter, known);
    judged.push(...changes);
  }
  return judged;
}

function judge(
  command: JudgeWhereabouts,
  { findings }: Pick<OpenedTicket, 'findings'>,
  { visit, at, elsewhere }: Whereabouts,
) {
  const { technician: person, shownBy } = command.data;
  if (!elsewhere) {
    const place = { visit, person, foundAt: at };
    return withdrawFindings(command, { findings }, { rules, place, since: at }, shownBy);
  }
  const stands = foundInTwoPlaces({ findings }, person).some(
    (each) => each.visit === visit && each.at === at,
  );
  if (stands) return [];
  return recordDeeds({ ...command, occurredAt: at }, { findings }, rules, { visit, person });
}

/** When that person is found to have been in two places as they came on this ticket; default: on whatever date. */
export function foundInTwoPlaces(
  { findings }: Pick<OpenedTicket, 'findings'>,
  technician: string,
  date?: LocalDate,
): { readonly visit: number; readonly at: string }[] {
  return findings
    .filter(({ code, status, person }) => {
      const { code: inTwoPlaces } = found.technicianIsInOnePlace;
      return code === inTwoPlaces && status !== 'withdrawn' && person === technician;
    })
    .filter(({ foundAt }) => date === undefined || localDate(foundAt) === date)
    .flatMap(({ visit, foundAt: at }) => (visit === undefined ? [] : [{ visit, at }]));
}
