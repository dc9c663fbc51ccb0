import { rule } from '@app/policy';
import type { ExplanationGiven } from '../ticket/ticket.events.js';

/** V16: few technical terms with a customer who does not know the product. */
export const plainWordsAreUsed = rule<
  Pick<ExplanationGiven['data'], 'customerUnfamiliar' | 'plainWords'>
>(
  'V16',
  'jargon-used',
  {
    zh: '客户不熟悉产品，仍使用专业术语',
    en: 'technical terms were used with a customer who does not know the product',
  },
  ({ customerUnfamiliar, plainWords }) => customerUnfamiliar && !plainWords,
);
