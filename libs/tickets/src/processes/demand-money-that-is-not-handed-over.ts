import { policyAt } from '@app/policy';
import { only, send, type Process } from '@app/processes';
import {
  ticketEventTypes,
  ticketStreams,
  type ChargeCollected,
  type MoneyDemanded,
} from '../contract.js';
import { comesIntoHands } from '../domain/visit/in-hand.js';

/**
 * D40: money that was not paid straight to the company is demanded of whoever collected it, where it has not
 * been handed over in term; a further term after the demand it is found to be kept. That term begins when
 * the demand is made, also where the collection was told late.
 */
export const demandMoneyThatIsNotHandedOver: Process<null, ChargeCollected | MoneyDemanded> = {
  name: 'demand-money-that-is-not-handed-over',
  startsAt: 'installation',
  handles: only(ticketEventTypes, ['ChargeCollected', 'MoneyDemanded']),
  initialState: null,
  evolve: () => undefined,
  react({ type, data, stream, version, occurredAt, recordedAt }) {
    const ticket = stream.slice('ticket-'.length);
    const { visit } = data;
    if (type === 'MoneyDemanded') {
      const workingDays = policyAt(occurredAt).handover.keptAfter;
      const demand = { visit, employee: data.employee, demandedAt: occurredAt };
      return [
        {
          deadline: `kept-${version}`,
          at: { after: recordedAt, workingDays },
          send: send(ticketStreams, ticket, 'FindMoneyKept', demand),
        },
      ];
    }
    if (!comesIntoHands(data.method, occurredAt)) return [];
    const workingDays = policyAt(occurredAt).handover.demandAfter;
    const collected = { visit, employee: data.collectedBy, collectedAt: occurredAt };
    return [
      {
        deadline: `demand-${version}`,
        at: { after: occurredAt, workingDays },
        send: send(ticketStreams, ticket, 'DemandMoney', collected),
      },
    ];
  },
};
