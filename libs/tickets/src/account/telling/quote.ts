import { chinese, quoted, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { PriceOrigin, QuoteLine } from '../../domain/ticket/ticket.values.js';

const ITEMS = {
  labour: { zh: '人工', en: 'labour' },
  parts: { zh: '配件', en: 'parts' },
  'call-out': { zh: '上门', en: 'the call-out' },
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
export function quoteLine({ item, what, amount, basis, origin, ...measure }: QuoteLine): Bilingual {
  const [of, why] = [ITEMS[item], BASES[basis]];
  const named = where(what, quoted(what), ` ${quoted(what)}`);
  const { zh, en } = measured(measure);
  const by = origin ? from(origin) : { zh: '', en: '' };
  return {
    zh: chinese`${of.zh}${named.zh}${zh}${amount}元（${why.zh}${by.zh}）`,
    en: `${of.en}${named.en}${en} ${amount} yuan (${why.en}${by.en})`,
  };
}

/** What the amount is measured by (B2). */
function from(origin: PriceOrigin): Bilingual {
  if (origin.from === 'stock-cost')
    return { zh: chinese`，成本${origin.most}元`, en: `, at a cost of ${origin.most} yuan` };
  const { perHour } = origin;
  return { zh: chinese`，工时费每小时${perHour}元`, en: `, at ${perHour} yuan an hour` };
}

/** How much a line is for, where it says so. */
function measured({
  sku,
  quantity = 1,
  hours,
}: Pick<QuoteLine, 'sku' | 'quantity' | 'hours'>): Bilingual {
  if (sku !== undefined) return { zh: ` ${sku} × ${quantity}，`, en: ` ${sku} × ${quantity},` };
  if (hours === undefined) return { zh: '', en: '' };
  return { zh: ` ${hours} 小时，`, en: ` for ${hours} hours,` };
}
