import { chinese, quoted, when, where, who } from '@app/audit/src/words/index.js';
import type { Actor, Bilingual, Instant } from '@app/kernel';
import type {
  MaterialReserved,
  ReservationEnded,
  ReservationRestored,
  ReservationServed,
} from '../domain/stock/reservation.events.js';
import { at } from './place-in-words.js';

type Told<Event extends { readonly data: object }> = Pick<Event, 'data'> & {
  readonly actor: Actor;
  readonly occurredAt: Instant;
};

/** What is kept for whom, in plain words. */
export const reservationSentences = {
  MaterialReserved: ({ data, actor, occurredAt }: Told<MaterialReserved>): Bilingual => {
    const end = when(data.until, occurredAt);
    const purpose = where(
      data.ticket,
      chinese`，工单${data.ticket ?? ''}`,
      `, ticket ${data.ticket}`,
    );
    const urgent = where(data.priority === 'urgent', '，优先', ', before others');
    return {
      zh: chinese`${who(actor).zh}在${at(data.place).zh}为客户${data.customer}预留${data.sku}共${data.quantity}${purpose.zh}${urgent.zh}，至${end.zh}，单号${data.slip}。`,
      en: `${who(actor).en} reserved ${data.quantity} of ${data.sku} at ${at(data.place).en} for customer ${data.customer}${purpose.en}${urgent.en}, until ${end.en}, number ${data.slip}.`,
    };
  },
  ReservationServed: ({ data }: Told<ReservationServed>): Bilingual => ({
    zh: chinese`其中${data.quantity}出自预留${data.slip}。`,
    en: `${data.quantity} of it were kept under reservation ${data.slip}.`,
  }),
  ReservationRestored: ({ data }: Told<ReservationRestored>): Bilingual => ({
    zh: chinese`退回的${data.quantity}仍为预留${data.slip}保留。`,
    en: `The ${data.quantity} that came back are kept under reservation ${data.slip} again.`,
  }),
  ReservationEnded: ({
    data: { slip, quantity, reason },
    actor,
  }: Told<ReservationEnded>): Bilingual =>
    reason === undefined
      ? {
          zh: chinese`预留${slip}到期，余下${quantity}不再保留。`,
          en: `Reservation ${slip} came to its end; the ${quantity} left are kept no more.`,
        }
      : {
          zh: chinese`${who(actor).zh}解除预留${slip}，余下${quantity}：${quoted(reason)}。`,
          en: `${who(actor).en} released reservation ${slip}, with ${quantity} left: ${quoted(reason)}.`,
        },
};
