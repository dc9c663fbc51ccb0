import {
  stockEvents,
  type MaterialUsed,
  type MaterialUseTakenBack,
  type UncoveredUseExplained,
} from '@app/inventory';
import { fen, localDate, yuan, type Instant, type Yuan } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, type ExtraIncomeReckoned } from '@app/tickets';
import type { Portion } from '../domain/case/facts.js';
import { standingStreams } from '../domain/standing.state.js';

type OfUse = MaterialUsed | MaterialUseTakenBack | UncoveredUseExplained;
type Handled = ExtraIncomeReckoned | OfUse;

/** What the extra service of a visit brought, and whom it was told of. */
interface OfVisit {
  /** When it was all handed over for the first time: the facts of every case about it. */
  readonly since: Instant;
  readonly income: Yuan;
  readonly earners: readonly string[];
  readonly weights: readonly number[];
  readonly parts: readonly number[];
  readonly told: readonly string[];
}

/** What the parts of a ticket's entries cost at their issue, and what its visits brought; by their numbers. */
interface OfTicket {
  readonly costs: Readonly<Record<string, Yuan>>;
  readonly visits: Readonly<Record<string, OfVisit>>;
}

/**
 * D30: income of extra service that was handed over in time: a share of the net income is proposed for each
 * who earned it, in the proportion that was stated; net of what its parts cost at their issue. What is put
 * right later, of money, parts or earners, proposes it anew for all who had part in it.
 */
export const proposeAShareWhenExtraIncomeIsHandedOver: Process<OfTicket, Handled> = {
  name: 'propose-a-share-when-extra-income-is-handed-over',
  startsAt: 'first-event',
  handles: {
    ...only(ticketEventTypes, ['ExtraIncomeReckoned']),
    ...only(stockEvents, ['MaterialUsed', 'MaterialUseTakenBack', 'UncoveredUseExplained']),
  },
  keyOf: ({ type, stream, data }) =>
    type === 'ExtraIncomeReckoned' ? stream : `ticket-${data.ticket}`,
  initialState: { costs: {}, visits: {} },
  evolve: after,
  react(event, state) {
    const { visits, costs } = after(state, event);
    const ticket = event.type === 'ExtraIncomeReckoned' ? event.stream.slice(7) : event.data.ticket;
    return Object.entries(visits)
      .filter(([visit, { parts }]) =>
        event.type === 'ExtraIncomeReckoned'
          ? visit === String(event.data.visit)
          : parts.includes(event.data.entry),
      )
      .flatMap(([visit, of]) => proposals(`${ticket}/${visit}`, of, costsOf(of, costs)));
  },
};

type Recorded = Handled & { readonly occurredAt: Instant };

function after({ costs, visits }: OfTicket, { type, data, occurredAt }: Recorded): OfTicket {
  if (type !== 'ExtraIncomeReckoned') {
    const sign = type === 'MaterialUseTakenBack' ? -1n : 1n;
    const cost = fen(costs[data.entry] ?? '0.00') + sign * fen(data.value);
    return { costs: { ...costs, [data.entry]: yuan(cost) }, visits };
  }
  const { visit, ...said } = data;
  const before = visits[visit];
  const told = [...new Set([...(before?.told ?? []), ...said.earners])];
  const since = before?.since ?? occurredAt;
  return { costs, visits: { ...visits, [visit]: { ...said, since, told } } };
}

function costsOf({ parts }: OfVisit, costs: OfTicket['costs']): Yuan {
  return yuan(parts.reduce((sum, entry) => sum + fen(costs[entry] ?? '0.00'), 0n));
}

/** Whoever was told of it and earns none of it any more has a portion of nothing. */
function proposals(matter: string, of: OfVisit, costs: Yuan) {
  const { since: happenedAt, income, told } = of;
  const year = localDate(happenedAt).slice(0, 4);
  const facts = `${matter} 上门的额外服务收入 ${income} 元已及时上交，材料成本 ${costs} 元 / the extra service of visit ${matter} brought ${income} yuan, handed over in time, and cost ${costs} yuan of parts`;
  return told
    .filter((employee) => !employee.includes(':'))
    .map((employee) => {
      const portion = portionOf(employee, of);
      const said = { facts, happenedAt, matter, income, costs, portion };
      return send(standingStreams, employee, 'ProposeShare', { employee, year, ...said });
    });
}

function portionOf(employee: string, { earners, weights }: OfVisit): Portion {
  const of = weights.reduce((sum, weight) => sum + weight, 0);
  const index = earners.indexOf(employee);
  if (index < 0) return { before: 0, weight: 0, of };
  const before = weights.slice(0, index).reduce((sum, weight) => sum + weight, 0);
  return { before, weight: weights[index]!, of };
}
