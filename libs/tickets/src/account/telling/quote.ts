import { chinese, quoted, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { QuoteLine } from '../../domain/ticket/ticket.values.js';

const ITEMS = {
  labour: { zh: '人工', en: 'labour' },
  parts: { zh: '配件', en: 'parts' },
  other: { zh: '其他', en: 'other' },
} as const;

const BASES = {
  covered: { zh: '由保修或合同承担，不收费', en: 'borne by the cover, free' },
  'out-of-cover': { zh: '不在保修或合同期内', en: 'outside the cover' },
  'external-cause': { zh: '非本公司原因', en: "not of the company's making" },
  'outside-conditions': { zh: '不符合上门条件', en: 'outside the conditions for a visit' },
  'extra-service': { zh: '额外服务', en: 'an extra service' },
} as const;

/** One line of a quote: what, how much, and who bears it. */
export function quoteLine({ item, what, amount, basis }: QuoteLine): Bilingual {
  const [of, why] = [ITEMS[item], BASES[basis]];
  const named = where(what, quoted(what), ` ${quoted(what)}`);
  return {
    zh: chinese`${of.zh}${named.zh}${amount}元（${why.zh}）`,
    en: `${of.en}${named.en} ${amount} yuan (${why.en})`,
  };
}
