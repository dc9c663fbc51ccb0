import { aggregate, creates } from '@app/aggregates';
import { chinese, day, plainAccount, where, who } from '@app/audit/src/words/index.js';
import {
  entitlementDecider,
  entitlementEvents,
  entitlementStreams,
  unknownEntitlement,
  type EntitlementRegistered,
} from './domain/entitlement.js';
import { EntitlementBody, RegisterEntitlementDto } from './http/registers.dto.js';
import { readRegister } from './permissions.js';

const KINDS = {
  'in-warranty': { zh: '保修', en: 'warranty' },
  'under-contract': { zh: '合同', en: 'contract' },
  chargeable: { zh: '收费服务', en: 'chargeable service' },
} as const;

export const entitlements = aggregate({
  streams: entitlementStreams,
  decider: entitlementDecider,
  events: entitlementEvents,
  path: 'entitlements',
  id: 'reference',
  commands: { RegisterEntitlement: creates(RegisterEntitlementDto, ['sales', 'supervisor']) },
  shows: {
    as: EntitlementBody,
    summary: 'What a document or a barcode entitles to (V11, V12).',
    to: readRegister,
    unknown: unknownEntitlement,
    body: (entry, reference) => ({ reference, ...entry }),
  },
  account: plainAccount<EntitlementRegistered>({
    EntitlementRegistered: ({ data: { reference, kind, from, until, product }, actor }) => {
      const first = from === undefined ? undefined : day(from);
      const begin = where(first, chinese`，自${first?.zh}`, `, from ${first?.en}`);
      const last = until === undefined ? undefined : day(until);
      const end = where(last, chinese`，至${last?.zh}`, `, until ${last?.en}`);
      const what = where(product, chinese`，产品${product}`, `, for ${product}`);
      return {
        zh: chinese`${who(actor).zh}登记凭证或条码${reference}：${KINDS[kind].zh}${what.zh}${begin.zh}${end.zh}。`,
        en: `${who(actor).en} registered ${reference}: ${KINDS[kind].en}${what.en}${begin.en}${end.en}.`,
      };
    },
  }),
});
