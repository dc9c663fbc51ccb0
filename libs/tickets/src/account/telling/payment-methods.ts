import type { Bilingual } from '@app/kernel';
import type { PaymentMethod } from '../../domain/ticket/ticket.values.js';

/** How somebody pays, as it stands in a sentence. */
export const METHODS: Readonly<Record<PaymentMethod, Bilingual>> = {
  cash: { zh: '现金', en: 'in cash' },
  card: { zh: '刷卡', en: 'by card' },
  wechat: { zh: '微信支付', en: 'by WeChat Pay' },
  alipay: { zh: '支付宝', en: 'by Alipay' },
  transfer: { zh: '转账', en: 'by transfer' },
};
