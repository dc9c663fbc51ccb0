import { fen, localDate, type Instant } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, type MoneyDemandWithdrawn, type MoneyKept } from '@app/tickets';
import { standingStreams } from '../domain/standing.state.js';

/** When money was found to be kept, by visit, employee and demand. */
type Found = Readonly<Record<string, Instant>>;

/**
 * D40: what somebody collected and did not hand over in the further term after a demand: a case of theirs
 * (拒不上交). The term opens it; that they refused is what is verified. Where the whole demand is withdrawn, as a
 * hand-over was set right or told late, so is the case.
 */
export const openCaseWhenMoneyIsKept: Process<Found, MoneyKept | MoneyDemandWithdrawn> = {
  name: 'open-case-when-money-is-kept',
  startsAt: 'installation',
  handles: only(ticketEventTypes, ['MoneyKept', 'MoneyDemandWithdrawn']),
  initialState: {},
  evolve: (found, { type, data, occurredAt }) =>
    type === 'MoneyKept' ? { ...found, [demandOf(data)]: occurredAt } : found,
  react({ type, data, stream, occurredAt }, found) {
    const { employee, visit, amount } = data;
    if (employee.includes(':')) return [];
    const ticket = stream.slice('ticket-'.length);
    const of = { article: 'D40', matter: `${ticket}/${visit}` };
    const to = (command: string, happenedAt: Instant, said: object) => {
      const year = localDate(happenedAt).slice(0, 4);
      const whole = { employee, year, ...said, ...of, happenedAt };
      return send(standingStreams, employee, command, whole);
    };
    if (type === 'MoneyDemandWithdrawn') {
      const since = found[demandOf(data)];
      return since !== undefined && fen(data.rest) === 0n ? [to('WithdrawCase', since, {})] : [];
    }
    const facts = `工单 ${ticket} 第 ${visit} 次上门收取的 ${amount} 元，催缴后逾期仍未上交 / ${amount} yuan collected on visit ${visit} of ticket ${ticket} were not handed over in the term after a demand`;
    return [to('OpenCase', occurredAt, { clause: 'income-kept', facts })];
  },
};

function demandOf({
  visit,
  employee,
  demandedAt,
}: MoneyKept['data'] | MoneyDemandWithdrawn['data']) {
  return `${visit} ${employee} ${demandedAt}`;
}
