import { localDate } from '@app/kernel';
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
}

/**
 * D37: on a ticket that is resolved, work was done, and its record (维修档案) was neither signed nor
 * refused: a case of each who worked, to be verified. A ticket reopened and resolved so again makes no
 * second one.
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
  evolve({ by, recorded }, { type, data, actor }) {
    switch (type) {
      case 'WorkStarted':
        return { by: including(by, actor.onBehalfOf ?? actor.id), recorded };
      case 'LabourLogged':
        return { by: including(by, data.technician), recorded };
      case 'TicketResolved':
        return { by: recorded ? by : [], recorded };
      default:
        return { by, recorded: true };
    }
  },
  react({ type, stream, occurredAt }, { by, recorded }) {
    if (type !== 'TicketResolved' || recorded) return [];
    const matter = stream.slice('ticket-'.length);
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

function including(by: readonly string[], employee: string): readonly string[] {
  return by.includes(employee) || employee.includes(':') ? by : [...by, employee];
}
