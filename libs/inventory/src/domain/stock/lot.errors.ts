import { Invalid, Refused, type Bilingual } from '@app/kernel';
import type { LotAt, LotDate } from './lot.js';
import { unitsOf } from './quantity.js';
import { stockIsNeverBelowZero } from './rules/stock-is-never-below-zero.js';

/** Lots that a refusal names. */
const NAMED = 10;

function inWords(lots: readonly LotAt[]): Bilingual {
  const some = lots.slice(0, NAMED).map(({ lot, thousandths, expires }) => {
    const count = unitsOf(thousandths);
    const [zh, en] = expires ? [`（有效期至 ${expires}）`, ` (until ${expires})`] : ['', ''];
    return { zh: `${lot} ${count}${zh}`, en: `${count} of ${lot}${en}` };
  });
  return { zh: some.map(({ zh }) => zh).join('、'), en: some.map(({ en }) => en).join(', ') };
}

/** Proposes what expires first. */
export function lotsMissing(proposed: readonly LotAt[], pointer = '/lots'): Invalid {
  const lots = inWords(proposed);
  const first =
    proposed.length === 0
      ? { zh: '', en: '' }
      : { zh: `：先到期先出，建议 ${lots.zh}`, en: `: first what expires first, ${lots.en}` };
  const says = {
    zh: `该物料按批号管理，须写明批号${first.zh}`,
    en: `this material is kept by lot, so the lots are named${first.en}`,
  };
  return new Invalid('lots-missing', says, pointer);
}

export function notByLot(): Invalid {
  const says = {
    zh: '该物料不按批号管理，请勿填写批号',
    en: 'this material is not kept by lot: name none',
  };
  return new Invalid('not-by-lot', says, '/lots');
}

export function lotsDoNotAddUp(quantity: number, together: number): Invalid {
  const says = {
    zh: `各批号数量之和 ${together} 与数量 ${quantity} 不符`,
    en: `the lots come to ${together}, and the quantity is ${quantity}`,
  };
  return new Invalid('lots-do-not-add-up', says, '/lots');
}

export function lotNamedTwice(lot: string, pointer: string): Invalid {
  const says = {
    zh: `批号 ${lot} 重复（不分大小写）`,
    en: `${lot} is named twice, whether in capitals or not`,
  };
  return new Invalid('lot-named-twice', says, pointer);
}

export function lotExpiresOtherwise({ lot, expires }: LotDate): Invalid {
  const says = {
    zh: `批号 ${lot} 的有效期已登记为 ${expires}`,
    en: `lot ${lot} is known to expire on ${expires}`,
  };
  return new Invalid('lot-expires-otherwise', says, '/lots');
}

/** Of a sale what was not sold by it cannot come back. */
export function notOfThatLot(lot: string, sold: readonly LotAt[]): Invalid {
  const lots = inWords(sold);
  const says = {
    zh: `批号 ${lot} 超出该单尚未退回的数量：${lots.zh}`,
    en: `of lot ${lot} fewer are left of that sale: ${lots.en}`,
  };
  return new Invalid('more-than-was-sold', says, '/lots');
}

/** As `tooFew`, and names what there was of each lot. */
export function tooFewOfLot(
  { sku, place }: { readonly sku: string; readonly place: string },
  lot: string,
  there: readonly LotAt[],
): Refused {
  const { article, code, says } = stockIsNeverBelowZero;
  const lots = inWords(there);
  const told = {
    zh: `${says.zh}：${place} 的 ${sku} 批号 ${lot}；当时可用 ${lots.zh || '无'}`,
    en: `${says.en} of lot ${lot}: of ${sku} at ${place} there were ${lots.en || 'none'} then`,
  };
  return new Refused(article, code, told, '/lots');
}
