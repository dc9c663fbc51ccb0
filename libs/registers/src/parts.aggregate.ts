import { aggregate, changes, inner } from '@app/aggregates';
import { chinese, inRole, plainAccount, plural, who } from '@app/audit/words/index.js';
import { stores } from '@app/identity';
import type { Actor, Bilingual } from '@app/kernel';
import { partsDecider, partsEvents, type PartsEvent } from './domain/parts.js';
import { free, neverIssued, partsStreams } from './domain/parts.state.js';
import type { Parts, PartsFor } from './domain/parts.events.js';
import { MovePartsDto, PartsBody } from './http/registers.dto.js';

export const parts = aggregate({
  streams: partsStreams,
  decider: partsDecider,
  events: partsEvents,
  path: 'parts',
  id: 'sku',
  commands: {
    IssueParts: changes(MovePartsDto, stores),
    ReturnParts: changes(MovePartsDto, stores),
    UseParts: inner,
    ReserveParts: inner,
    SettleParts: inner,
  },
  shows: {
    at: ':sku/in-hand/:employee',
    as: PartsBody,
    summary: 'How many pieces of a material an employee has in hand (R12).',
    to: 'read-register',
    unknown: neverIssued,
    body: (inHand, { employee, sku }) => ({
      employee,
      sku,
      quantity: inHand.quantity,
      free: free(inHand),
    }),
  },
  account: plainAccount<PartsEvent>({
    PartsIssued: (event) => moved(event, ['发给', ''], 'to'),
    PartsReturned: (event) => moved(event, ['从', '处收回'], 'back from'),
    PartsUsed: (event) => forTicket(event, '使用', 'used'),
    PartsReserved: (event) => forTicket(event, '预留', 'were set aside'),
    PartsReleased: (event) => forTicket(event, '的预留已解除', 'are no longer set aside'),
  }),
});

interface Happened<Data> {
  readonly actor: Actor;
  readonly data: Data;
}

function moved(
  { actor, data }: Happened<Parts>,
  [from, verb]: readonly [string, string],
  en: string,
): Bilingual {
  const { sku, quantity, employee } = data;
  const [by, holder] = [who(actor), inRole(employee)];
  return {
    zh: chinese`${by.zh}${from}${holder.zh}${verb}配件${sku}共${quantity}件。`,
    en: `${by.en}: ${plural(quantity, 'piece')} of ${sku} ${en} ${holder.en}.`,
  };
}

function forTicket({ data }: Happened<PartsFor>, zh: string, en: string): Bilingual {
  const { sku, quantity, employee, ticket, visit } = data;
  const holder = inRole(employee);
  return {
    zh: chinese`${holder.zh}手中的配件${sku}共${quantity}件，工单${ticket}第${visit}次上门${zh}。`,
    en: `${plural(quantity, 'piece')} of ${sku} of ${holder.en} ${en} for visit ${visit} of ticket ${ticket}.`,
  };
}
