import {
  chinese,
  inRole,
  plainAccount,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { ListingEvent, SoldBy } from '../domain/listing/listing.events.js';

/** What became of goods that were listed as slow-moving, in plain words. */
export const listingAccount = plainAccount<ListingEvent>(
  {
    GoodsListed: ({ data: { sku, quantity, until, remark }, actor, occurredAt }) => {
      const end = when(until, occurredAt);
      const why = where(remark, chinese`：${quoted(remark ?? '')}`, `: ${quoted(remark ?? '')}`);
      return {
        zh: chinese`${who(actor).zh}将${sku}共${quantity}列为滞销品，期限至${end.zh}${why.zh}。`,
        en: `${who(actor).en} listed ${quantity} of ${sku} as slow-moving, to be sold before ${end.en}${why.en}.`,
      };
    },
    ListedGoodsSold: ({ data: { seller, quantity, slip, left } }) => ({
      zh: chinese`${inRole(seller).zh}售出${quantity}（销售单${slip}），尚余${left}。`,
      en: `${inRole(seller).en} sold ${quantity} (sale ${slip}); ${left} are left.`,
    }),
    ListedGoodsTakenBack: ({ data: { seller, quantity, slip, left } }) => ({
      zh: chinese`${inRole(seller).zh}售出的${quantity}被退回（销售单${slip}），尚余${left}。`,
      en: `${quantity} that ${inRole(seller).en} had sold came back (sale ${slip}); ${left} are left.`,
    }),
    ListingCleared: ({ data: { sku, quantity, sellers } }) => {
      const by = sellersInWords(sellers);
      return {
        zh: chinese`${sku}的滞销品共${quantity}于期限内出清：${by.zh}。`,
        en: `The ${quantity} of ${sku} that were listed were cleared within the term, by ${by.en}.`,
      };
    },
    ListingWithdrawn: ({ data: { sku, reason }, actor }) => ({
      zh: chinese`${who(actor).zh}撤销${sku}的滞销品列入：${quoted(reason)}。`,
      en: `${who(actor).en} withdrew the listing of ${sku}: ${quoted(reason)}.`,
    }),
    ListingExpired: ({ data: { sku, left } }) => ({
      zh: chinese`${sku}的滞销品期限已过，尚余${left}未出清。`,
      en: `The term of the listing of ${sku} is over; ${left} were not sold.`,
    }),
  },
  ['seller'],
);

function sellersInWords(sellers: readonly SoldBy[]): Bilingual {
  const each = sellers.map(({ seller, quantity }) => ({ name: inRole(seller), quantity }));
  return {
    zh: each.map(({ name, quantity }) => chinese`${name.zh}售出${quantity}`).join('、'),
    en: each.map(({ name, quantity }) => `${name.en} (${quantity})`).join(', '),
  };
}
