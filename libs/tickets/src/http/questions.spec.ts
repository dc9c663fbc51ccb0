import { expect, test } from '@jest/globals';
import { Forbidden, Invalid, NotFound, NotPossible, Refused } from '@app/kernel';
import { questionFor } from './questions.js';

const says = { zh: '不成立', en: 'it cannot be' };

test.each([
  [
    'the receipt’s number',
    new Refused('V23', 'charge-without-receipt', says),
    'number of the receipt',
  ],
  [
    'what was agreed on a cancelled ticket',
    new NotPossible('ticket-cancelled', says),
    'customer agreed',
  ],
  ['another number', new Refused('V23', 'receipt-number-used', says), 'number is on the receipt'],
  ['the sum', new Invalid('refund-above-collected', says, '/amount'), 'How much'],
  ['the hours', new Invalid('labour-before-arrival', says, '/span/from'), 'From when until when'],
  [
    'when the customer was told',
    new Invalid('told-ahead', says, '/told/at'),
    'When was the customer told',
  ],
  ['the number of what is unknown', new NotFound('visit-not-found', says), 'Is the number right'],
  ['who did it', new Forbidden('not-your-visit', says), 'Who did it'],
])('a step that was refused asks for %s', (_, refusal, words) => {
  expect(questionFor(refusal)?.en).toContain(words);
});

test('what no question is known for says what was refused', () => {
  expect(questionFor(new NotPossible('visit-completed', says))).toEqual({
    zh: '不成立。实际情况如何？请向本人核对后重新上报。',
    en: 'It cannot be stored: it cannot be. What was it really? Tell it again, put right.',
  });
  expect(questionFor(new Error('broken'))).toBeUndefined();
});
