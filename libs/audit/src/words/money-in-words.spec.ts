import { describe, expect, test } from '@jest/globals';
import { inChinese, inEnglish, money } from './money-in-words.js';

describe('an amount in words [V23]', () => {
  test.each([
    ['0.00', '零元整', 'zero yuan'],
    ['0.05', '伍分', 'five fen'],
    ['0.50', '伍角', 'fifty fen'],
    ['10.00', '壹拾元整', 'ten yuan'],
    ['128.50', '壹佰贰拾捌元伍角', 'one hundred and twenty-eight yuan and fifty fen'],
    ['1005.06', '壹仟零伍元零陆分', 'one thousand and five yuan and six fen'],
    ['1010.10', '壹仟零壹拾元壹角', 'one thousand and ten yuan and ten fen'],
    ['20000.00', '贰万元整', 'twenty thousand yuan'],
    ['20300.00', '贰万零叁佰元整', 'twenty thousand three hundred yuan'],
    ['100010.00', '壹拾万零壹拾元整', 'one hundred thousand and ten yuan'],
    ['1002000.00', '壹佰万零贰仟元整', 'one million two thousand yuan'],
    ['100000001.99', '壹亿零壹元玖角玖分', 'one hundred million and one yuan and ninety-nine fen'],
  ])('%s is %s', (amount, zh, en) => {
    expect(inChinese(amount)).toBe(zh);
    expect(inEnglish(amount)).toBe(en);
  });

  test('stands beside the figures', () => {
    expect(money('85.00')).toEqual({
      zh: '85.00 元（人民币捌拾伍元整）',
      en: '85.00 yuan (eighty-five yuan)',
    });
  });
});
