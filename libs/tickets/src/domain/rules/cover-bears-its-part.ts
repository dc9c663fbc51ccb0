import { rule } from '@app/policy';
import type { ChargeBasis } from '../ticket/ticket.values.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** B2: what cover bears is free; it is charged only when the cover has ended. */
export const coverBearsItsPart = rule<{
  readonly bases: readonly ChargeBasis[];
  readonly visit: Pick<OnSiteRecord, 'entitlement'>;
}>(
  'B2',
  'cover-bears-it',
  {
    zh: '在保修期或合同期内，本公司产品的故障不得收费',
    en: "within the warranty or contract the company's product is not charged for",
    whenFound: {
      zh: '保修期或合同期内，已就本公司产品的故障收费',
      en: 'what the warranty or contract bears was charged for',
    },
  },
  ({ bases, visit: { entitlement } }) =>
    bases.includes('out-of-cover') &&
    entitlement !== undefined &&
    entitlement.kind !== 'chargeable',
);
