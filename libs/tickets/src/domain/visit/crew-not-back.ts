import { recordDeeds, withdrawFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { RecordNoShow } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { stillExpected } from './missed-appointment.js';
import { backOf, isDueBack, type AgreedReturn } from './own-return.js';
import type { VisitSinceArrival } from './visit.state.js';

/**
 * One of those who had left to come back to work that was interrupted did not, though others did (V7). What was
 * recorded of all of them before is not found twice; that they were with the others then is not so (R10).
 *
 * @throws NotPossible `no-show-recorded` · `technician-came` · `not-to-come-back`
 * @throws Invalid `still-expected` the hour agreed is not over
 */
export function notBack(
  command: RecordNoShow,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  agreed: AgreedReturn,
): TicketEvent[] {
  const { visit: number, technician = visit.technician, reason } = command.data;
  requireNotBack(open, visit, technician, agreed);
  stillExpected(command, agreed.returnBy);
  const place = { visit: number, person: technician };
  const why = reason === undefined ? {} : { reason };
  const said = { visit: number, technician, ofReturn: true, ...why };
  const missed = happened(command, 'CrewNoShowRecorded', said, ['V7']);
  const { code } = found.appointmentIsKept;
  const known = open.findings.some(
    (each) =>
      each.code === code &&
      each.visit === number &&
      each.person === technician &&
      each.status !== 'withdrawn' &&
      each.foundAt > agreed.since,
  );
  const rules = known ? [] : [found.appointmentIsKept];
  const inOnePlace = { rules: [found.technicianIsInOnePlace], place, since: agreed.since };
  return [
    missed,
    ...recordDeeds(command, open, rules, { ...place, ...(reason && { remark: reason }) }),
    ...withdrawFindings(command, open, inOnePlace, missed),
  ];
}

function requireNotBack(
  open: OpenedTicket,
  visit: VisitSinceArrival,
  technician: string,
  agreed: AgreedReturn,
): void {
  const { since, cameAt, apart } = agreed;
  if (backOf(visit, technician, since)?.noShowAt !== undefined) throw recordedBefore();
  const withAll = technician === visit.technician && cameAt !== undefined && !apart;
  if (withAll || workedSince(open, visit, technician, agreed)) throw wasThere();
  if (isDueBack(visit, technician)) return;
  throw new NotPossible(
    'not-to-come-back',
    {
      zh: '该技术员离开时没有约定返回',
      en: 'this technician left for good; nobody was told that they come back',
    },
    '/technician',
  );
}

/** Something of theirs is on record from when the others had come back. */
function workedSince(
  { entries }: OpenedTicket,
  { visit }: VisitSinceArrival,
  technician: string,
  { cameAt, resumeAt }: AgreedReturn,
): boolean {
  return entries.some((each) => {
    const theirs = each.visit === visit && each.technician === technician && !each.withdrawn;
    const at = each.kind === 'labour' ? each.span.from : each.at;
    return theirs && at >= (cameAt ?? resumeAt);
  });
}

export function recordedBefore(): NotPossible {
  return new NotPossible(
    'no-show-recorded',
    { zh: '已登记该技术员失约', en: 'that they did not come was recorded before' },
    '/technician',
  );
}

export function wasThere(): NotPossible {
  return new NotPossible(
    'technician-came',
    {
      zh: '记录表明该技术员到过现场，不能记为失约',
      en: 'the record shows that this technician was there; they cannot have failed to come',
    },
    '/technician',
  );
}
