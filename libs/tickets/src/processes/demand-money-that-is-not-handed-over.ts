import { policyAt } from '@app/policy';
import type { Instant } from '@app/kernel';
import { only, send, type Process, type SetDeadline } from '@app/processes';
import {
  ticketEventTypes,
  ticketStreams,
  type ChargeCollected,
  type HandOverCorrected,
  type MoneyDemanded,
} from '../contract.js';
import { comesIntoHands } from '../domain/visit/in-hand.js';

/**
 * D40: money that was not paid straight to the company is demanded of whoever collected it, where it has not
 * been handed over in term; a further term after the demand it is found to be kept. That term begins when
 * the demand is made, also where the collection was told late. What is in their hands again, as a hand-over
 * was set right, is looked for as though it had never been handed over; a further term begins with that.
 */
export const demandMoneyThatIsNotHandedOver: Process<
  null,
  ChargeCollected | MoneyDemanded | HandOverCorrected
> = {
  name: 'demand-money-that-is-not-handed-over',
  startsAt: 'installation',
  handles: only(ticketEventTypes, ['ChargeCollected', 'MoneyDemanded', 'HandOverCorrected']),
  initialState: null,
  evolve: () => undefined,
  react({ type, data, stream, version, occurredAt, recordedAt }) {
    const ticket = stream.slice('ticket-'.length);
    const { visit } = data;
    if (type === 'MoneyDemanded') {
      const of = { visit, employee: data.employee, demandedAt: occurredAt };
      return [kept(ticket, `kept-${version}`, recordedAt, of)];
    }
    if (type === 'HandOverCorrected')
      return data.inHandAgain.map((again, index) =>
        again.demandedAt === undefined
          ? demand(ticket, `demand-${version}-${index}`, { visit, ...again })
          : kept(ticket, `kept-${version}-${index}`, recordedAt, {
              visit,
              employee: again.employee,
              demandedAt: again.demandedAt,
            }),
      );
    if (!comesIntoHands(data.method, occurredAt)) return [];
    const collected = { visit, employee: data.collectedBy, collectedAt: occurredAt };
    return [demand(ticket, `demand-${version}`, collected)];
  },
};

function demand(
  ticket: string,
  deadline: string,
  of: { readonly visit: number; readonly employee: string; readonly collectedAt: Instant },
): SetDeadline {
  const workingDays = policyAt(of.collectedAt).handover.demandAfter;
  return {
    deadline,
    at: { after: of.collectedAt, workingDays },
    send: send(ticketStreams, ticket, 'DemandMoney', of),
  };
}

function kept(
  ticket: string,
  deadline: string,
  after: Instant,
  of: { readonly visit: number; readonly employee: string; readonly demandedAt: Instant },
): SetDeadline {
  const workingDays = policyAt(of.demandedAt).handover.keptAfter;
  return {
    deadline,
    at: { after, workingDays },
    send: send(ticketStreams, ticket, 'FindMoneyKept', of),
  };
}
