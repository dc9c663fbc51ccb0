import { localDate } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, type MoneyKept } from '@app/tickets';
import { standingStreams } from '../domain/standing.state.js';

/**
 * D40: what somebody collected and did not hand over in the further term after a demand: a case of theirs
 * (拒不上交). The term opens it; that they refused is what is verified.
 */
export const openCaseWhenMoneyIsKept: Process<null, MoneyKept> = {
  name: 'open-case-when-money-is-kept',
  startsAt: 'installation',
  handles: only(ticketEventTypes, ['MoneyKept']),
  initialState: null,
  evolve: () => undefined,
  react({ data, stream, occurredAt }) {
    const { employee, visit, amount } = data;
    if (employee.includes(':')) return [];
    const ticket = stream.slice('ticket-'.length);
    const facts = `工单 ${ticket} 第 ${visit} 次上门收取的 ${amount} 元，催缴后逾期仍未上交 / ${amount} yuan collected on visit ${visit} of ticket ${ticket} were not handed over in the term after a demand`;
    const year = localDate(occurredAt).slice(0, 4);
    const matter = `${ticket}/${visit}`;
    const said = { article: 'D40', clause: 'income-kept', facts, matter, happenedAt: occurredAt };
    return [send(standingStreams, employee, 'OpenCase', { employee, year, ...said })];
  },
};
