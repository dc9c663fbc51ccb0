import { localDate, type Instant } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import {
  ticketEventTypes,
  type LabourLogged,
  type ServiceRecordSigned,
  type SignatureRefused,
  type TicketResolved,
  type WorkStarted,
} from '@app/tickets';
import { standingStreams } from '../domain/standing.state.js';

type OfRecord =
  LabourLogged | WorkStarted | ServiceRecordSigned | SignatureRefused | TicketResolved;

/** Who worked on a ticket, and whether its record was signed, or that refused. */
interface Work {
  readonly by: readonly string[];
  readonly recorded: boolean;
  /** Of whom it opened a case, and when the ticket was resolved that it is of. */
  readonly opened?: { readonly of: readonly string[]; readonly at: Instant };
}

/**
 * D37: on a ticket that is resolved, work was done, and its record (维修档案) was neither signed nor
 * refused: a case of each who worked, to be verified. A ticket reopened and resolved so again makes no
 * second one. A signature or refusal of before the resolving that is told late withdraws it.
 */
export const openCaseWhenARepairHasNoRecord: Process<Work, OfRecord> = {
  name: 'open-case-when-a-repair-has-no-record',
  startsAt: 'installation',
  handles: only(ticketEventTypes, [
    'LabourLogged',
    'WorkStarted',
    'ServiceRecordSigned',
    'SignatureRefused',
    'TicketResolved',
  ]),
  initialState: { by: [], recorded: false },
  evolve({ by, recorded, opened }, { type, data, actor, occurredAt: at }) {
    const already = opened && { opened };
    switch (type) {
      case 'WorkStarted':
        return { by: including(by, actor.onBehalfOf ?? actor.id), recorded, ...already };
      case 'LabourLogged':
        return { by: including(by, data.technician), recorded, ...already };
      case 'TicketResolved':
        if (recorded || by.length === 0) return { by, recorded, ...already };
        return { by: [], recorded, opened: { of: by, at } };
      default:
        return { by, recorded: true, ...(opened && at > opened.at && { opened }) };
    }
  },
  react({ type, stream, occurredAt }, { by, recorded, opened }) {
    const matter = stream.slice('ticket-'.length);
    if (type === 'ServiceRecordSigned' || type === 'SignatureRefused')
      return opened && occurredAt <= opened.at ? withdrawn(matter, opened) : [];
    if (type !== 'TicketResolved' || recorded) return [];
    const facts = `工单 ${matter} 已维修并办结，服务记录既未签字也无拒签记录 / ticket ${matter} was worked on and resolved, and its record neither signed nor refused`;
    const year = localDate(occurredAt).slice(0, 4);
    const said = {
      article: 'D37',
      clause: 'no-repair-file',
      facts,
      matter,
      happenedAt: occurredAt,
    };
    return by.map((employee) =>
      send(standingStreams, employee, 'OpenCase', { employee, year, ...said }),
    );
  },
};

function withdrawn(matter: string, { of, at: happenedAt }: NonNullable<Work['opened']>) {
  const year = localDate(happenedAt).slice(0, 4);
  const said = { article: 'D37', matter, happenedAt };
  return of.map((employee) =>
    send(standingStreams, employee, 'WithdrawCase', { employee, year, ...said }),
  );
}

function including(by: readonly string[], employee: string): readonly string[] {
  return by.includes(employee) || employee.includes(':') ? by : [...by, employee];
}
