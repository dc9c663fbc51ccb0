import type { TicketEvent } from '../../domain/ticket/ticket.events.js';
import { at, LI_WEI } from '../../testing/ticket.builders.js';

const technician = LI_WEI.id;
const visit = 1;

/** What each type of event about a visit's money may say. */
export const ofTheMoney = {
  ChargeCollected: { visit, amount: '80.50', method: 'cash', collectedBy: technician },
  ChargeWaived: { visit, amount: '20.50', reason: '等候配件两周' },
  ChargeRefunded: {
    visit,
    amount: '20.50',
    method: 'transfer',
    reason: '主管免收',
    receipt: 'TK-1',
    refundedBy: technician,
  },
  MoneyHandedOver: { visit, employee: technician, amount: '60.00', receivedBy: 'zhao-min' },
  HandOverCorrected: {
    visit,
    handOver: 1,
    employee: technician,
    amount: '60.00',
    employeeBefore: 'wang-lei',
    amountBefore: '80.00',
    reason: '点错',
    inHandAgain: [],
  },
  MoneyDemandWithdrawn: {
    visit,
    employee: technician,
    demandedAt: at('18:00'),
    amount: '20.50',
    rest: '0.00',
  },
  MoneyDemanded: { visit, employee: technician, amount: '20.50', collectedAt: at('10:46') },
  MoneyKept: { visit, employee: technician, amount: '20.50', demandedAt: at('18:00') },
  EarnersStated: {
    visit,
    earners: [technician, 'wang-lei'],
    weights: [2, 1],
    parts: [2],
  },
  ExtraIncomeReckoned: {
    visit,
    income: '80.50',
    earners: [technician, 'wang-lei'],
    weights: [2, 1],
    parts: [2],
  },
} satisfies { [E in TicketEvent as E['type']]?: E['data'] };
