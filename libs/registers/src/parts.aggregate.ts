import { aggregate, changes, internal } from '@app/aggregates';
import { chinese, inRole, plainAccount, plural, where, who } from '@app/audit/src/words/index.js';
import { activeEmployee } from '@app/department';
import { stores } from '@app/identity';
import type { Actor, Bilingual } from '@app/kernel';
import {
  neverIssued,
  partsDecider,
  partsEvents,
  partsStreams,
  type Parts,
  type PartsEvent,
} from './domain/parts.js';
import { MovePartsDto, PartsBody } from './http/registers.dto.js';
import { readRegister } from './permissions.js';

export const parts = aggregate({
  streams: partsStreams,
  decider: partsDecider,
  events: partsEvents,
  path: 'parts',
  id: 'sku',
  commands: {
    IssueParts: changes(MovePartsDto, stores),
    ReturnParts: changes(MovePartsDto, stores),
    UseParts: internal,
    TakePartsBack: internal,
  },
  known: { issueParts: activeEmployee },
  shows: {
    at: ':sku/in-hand/:employee',
    as: PartsBody,
    summary: 'How many pieces of a material an employee has in hand (R12).',
    to: readRegister,
    unknown: neverIssued,
    body: ({ quantity }, { employee, sku }) => ({ employee, sku, quantity }),
  },
  account: plainAccount<PartsEvent>({
    PartsIssued: (event) => moved(event, ['发给', ''], 'to'),
    PartsReturned: (event) => moved(event, ['从', '处收回'], 'back from'),
    PartsUsed: ({ data: { sku, quantity, employee, ticket, visit, uncovered = 0 } }) => {
      const holder = inRole(employee);
      const more = where(
        uncovered > 0,
        chinese`，其中${uncovered}件当时不在手中，待盘点`,
        `; ${uncovered} of them had not been in hand, and wait for the stocktake`,
      );
      return {
        zh: chinese`${holder.zh}手中的配件${sku}共${quantity}件，工单${ticket}第${visit}次上门使用${more.zh}。`,
        en: `${plural(quantity, 'piece')} of ${sku} of ${holder.en} used for visit ${visit} of ticket ${ticket}${more.en}.`,
      };
    },
    PartsTakenBack: ({ data: { sku, quantity, employee, ticket, visit, uncovered = 0 } }) => {
      const holder = inRole(employee);
      const fewer = where(
        uncovered > 0,
        chinese`，其中${uncovered}件本就不在手中，不再待盘点`,
        `; ${uncovered} of them had never been in hand, and wait for the stocktake no longer`,
      );
      return {
        zh: chinese`更正：${holder.zh}的配件${sku}共${quantity}件，工单${ticket}第${visit}次上门并未使用${fewer.zh}。`,
        en: `Corrected: ${plural(quantity, 'piece')} of ${sku} of ${holder.en} not used for visit ${visit} of ticket ${ticket}${fewer.en}.`,
      };
    },
  }),
});

function moved(
  { actor, data }: { readonly actor: Actor; readonly data: Parts },
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
