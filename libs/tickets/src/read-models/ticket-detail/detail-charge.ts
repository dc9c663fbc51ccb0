import { fen } from '@app/kernel';
import type { MoneyKept } from '../../contract.js';
import type { RecordedTicketEvent } from '../of-ticket.js';
import { done } from './done.js';
import type { DetailDemand } from './detail-values.row.js';
import type { DetailCharge } from './ticket-detail.row.js';

/** Before anything was quoted or paid. */
export const NOTHING_CHARGED: DetailCharge = {
  quote: null,
  total: null,
  due: [],
  collected: [],
  receipts: [],
  waivers: [],
  refunds: [],
  handovers: [],
  demands: [],
};

/** What is charged at a visit after an event of it. */
export function charged(charge: DetailCharge, event: RecordedTicketEvent): Partial<DetailCharge> {
  switch (event.type) {
    case 'ChargeAcknowledged':
      return { quote: event.data.quote, total: event.data.total };
    case 'ChargeCollected': {
      const { amount, method } = event.data;
      return { collected: [...charge.collected, { ...done(event), amount, method }] };
    }
    case 'ReceiptIssued': {
      const { number, amount } = event.data;
      return { receipts: [...charge.receipts, { number, amount }] };
    }
    case 'ChargeWaived': {
      const { amount, reason, line } = event.data;
      const waiver = { ...done(event), amount, reason, ...(line !== undefined && { line }) };
      return { waivers: [...charge.waivers, waiver] };
    }
    case 'ChargeRefunded': {
      const { amount, method, reason, receipt } = event.data;
      const refund = { ...done(event), amount, method, reason, receipt };
      return { refunds: [...charge.refunds, refund] };
    }
    case 'MoneyHandedOver': {
      const { employee, amount } = event.data;
      return { handovers: [...charge.handovers, { ...done(event), employee, amount }] };
    }
    case 'HandOverCorrected': {
      const { handOver, employee, amount } = event.data;
      const handovers = charge.handovers.map((each, index) =>
        index === handOver - 1 ? { ...each, employee, amount } : each,
      );
      return { handovers };
    }
    case 'MoneyDemandWithdrawn': {
      const { employee, demandedAt, rest } = event.data;
      const demands = charge.demands.map((each) =>
        each.employee === employee && each.at === demandedAt
          ? { ...each, amount: rest, kept: each.kept && fen(rest) > 0n ? each.kept : null }
          : each,
      );
      return { demands: demands.filter(({ amount }) => fen(amount) > 0n) };
    }
    case 'MoneyDemanded': {
      const { employee, amount } = event.data;
      const demand = { at: event.occurredAt, employee, amount, kept: null };
      return { demands: [...charge.demands, demand] };
    }
    case 'MoneyKept':
      return { demands: charge.demands.map((each) => keptOf(each, event.data)) };
    default:
      return {};
  }
}

function keptOf(
  demand: DetailDemand,
  { employee, amount, demandedAt }: MoneyKept['data'],
): DetailDemand {
  const isMeant = demand.employee === employee && demand.at === demandedAt;
  return isMeant ? { ...demand, kept: amount } : demand;
}
