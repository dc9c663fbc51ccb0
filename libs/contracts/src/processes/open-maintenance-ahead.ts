import type { Instant } from '@app/kernel';
import { only, send, type Process, type Reaction } from '@app/processes';
import { ticketStreams } from '@app/tickets';
import {
  contractEvents,
  type ContractOwnEvent,
  type MaintenanceOpened,
} from '../domain/contract.events.js';
import { contractStreams } from '../domain/contract.state.js';
import type { RoundDay, RoundId } from '../domain/contract.values.js';

const AGREED = [
  'ContractConcluded',
  'ContractAmended',
  'ContractRenewed',
  'ContractTerminated',
  'ContractEnded',
] as const;
const ROUNDS = [
  'MaintenancePlanned',
  'MaintenanceMoved',
  'MaintenanceOpened',
  'MaintenanceDone',
  'MaintenanceOwed',
] as const;

type Handled = Extract<
  ContractOwnEvent,
  { type: (typeof AGREED)[number] | (typeof ROUNDS)[number] }
>;

/**
 * Whatever is agreed on is planned as far as the working calendar is published, and each round opens its
 * ticket ahead of its day, once: the contract decides whether there is anything to open, also a week
 * later, and the ticket has a number that no other round has (B2).
 */
export const openMaintenanceAhead: Process<null, Handled> = {
  name: 'open-maintenance-ahead',
  startsAt: 'first-event',
  handles: only(contractEvents, [...AGREED, ...ROUNDS]),
  initialState: null,
  evolve: () => undefined,
  react({ type, data, occurredAt }) {
    const { contract } = data;
    switch (type) {
      case 'MaintenancePlanned': {
        const { rounds, dropped, awaits } = data;
        return [
          ...rounds.flatMap((round) => awaited(contract, round, occurredAt)),
          ...dropped.flatMap(given),
          planWhenPublished(contract, awaits, occurredAt),
        ];
      }
      case 'MaintenanceMoved':
        return awaited(contract, data, occurredAt);
      case 'MaintenanceOpened':
        return [openTicket(data)];
      case 'MaintenanceDone':
        return given(data);
      case 'MaintenanceOwed':
        return [untilDue(contract, data, data.due)];
      default:
        return [send(contractStreams, contract, 'PlanMaintenance')];
    }
  },
};

function awaited(contract: string, round: RoundId & RoundDay, at: Instant): Reaction[] {
  const { plan, round: of, opens, due } = round;
  const open = send(contractStreams, contract, 'OpenMaintenance', { plan, round: of });
  return [
    { deadline: nameOf(round, 'open'), at: opens < at ? at : opens, send: open },
    untilDue(contract, round, due),
  ];
}

function untilDue(contract: string, { plan, round }: RoundId, at: Instant): Reaction {
  const find = send(contractStreams, contract, 'FindMaintenanceUndone', { plan, round });
  return { deadline: nameOf({ plan, round }, 'due'), at, send: find };
}

function given(round: RoundId): Reaction[] {
  return [{ withdraw: nameOf(round, 'open') }, { withdraw: nameOf(round, 'due') }];
}

function nameOf({ plan, round }: RoundId, moment: 'open' | 'due'): string {
  return `${plan}-${round}-${moment}`;
}

function planWhenPublished(contract: string, awaits: string | undefined, after: Instant): Reaction {
  const deadline = 'plan';
  if (awaits === undefined) return { withdraw: deadline };
  const plan = send(contractStreams, contract, 'PlanMaintenance');
  return { deadline, at: { after, published: awaits }, send: plan };
}

function openTicket({ ticket, customer, contract, site, work }: MaintenanceOpened['data']) {
  const source = 'periodic-maintenance';
  const opened = { ticket, source, fault: work, customer, site, agreement: contract };
  return send(ticketStreams, ticket, 'OpenTicket', opened);
}
