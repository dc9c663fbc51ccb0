import { expect, test } from '@jest/globals';
import { at } from '@app/kernel/src/testing/instants.js';
import { wordsOf } from './notice.words.js';

const due = at('10:00');

test.each([
  [
    { kind: 'sla-warned', clock: 'response', due },
    /^提醒：到场时限将于.*10:00 届满$/,
    /runs out on .*10:00$/,
  ],
  [
    { kind: 'sla-breached', clock: 'restoration', due },
    /^排除故障时限.*10:00 已过$/,
    /ran out on .*10:00$/,
  ],
  [
    { kind: 'sla-corrected', clock: 'response', verdict: 'met' },
    /^更正：到场实为按时$/,
    /it was met$/,
  ],
  [
    { kind: 'money-demanded', visit: 1, amount: '180.00' },
    /^第 1 次上门收取的 180\.00 元逾期未上交，请立即上交$/,
    /^180\.00 yuan that you collected on visit 1 are overdue/,
  ],
  [
    { kind: 'money-demand-withdrawn', visit: 1, amount: '180.00', rest: '0.00' },
    /^第 1 次上门 180\.00 元的催缴已撤回，无须再交$/,
    /^the demand of 180\.00 yuan of visit 1 is withdrawn: nothing of it is demanded any more$/,
  ],
  [
    { kind: 'money-demand-withdrawn', visit: 1, amount: '180.00', rest: '20.00' },
    /^第 1 次上门 180\.00 元的催缴已撤回，仍须上交 20\.00 元$/,
    /^the demand of 180\.00 yuan of visit 1 is withdrawn: 20\.00 yuan are still to be handed over$/,
  ],
  [
    { kind: 'complaint-assigned', complaint: 'TS-1' },
    /^请调查投诉 TS-1$/,
    /^complaint TS-1 is yours to investigate$/,
  ],
  [
    { kind: 'complaint-term-warned', complaint: 'TS-1', term: 'acknowledge', due },
    /^提醒：投诉 TS-1 须于.*10:00 前致歉$/,
    /^a warning: the term to apologise to the customer of complaint TS-1 runs out on .*10:00$/,
  ],
  [
    { kind: 'complaint-term-missed', complaint: 'TS-1', term: 'answer', due },
    /^投诉 TS-1 未按期答复客户，期限为.*10:00$/,
    /^the term to answer the customer of complaint TS-1 ran out on .*10:00$/,
  ],
  [
    { kind: 'contract-proposed', unit: 'U-1', until: '2026-03-17' },
    /^设备 U-1 的保修期 2026 ?年 ?3 ?月 ?17 ?日届满，请向业主提出维护合同$/,
    /^the warranty of unit U-1 ends on 17 March 2026: offer its owner a contract$/,
  ],
  [{ kind: 'visit-given-up', visit: 2 }, /^第 2 次上门不用去了$/, /^visit 2 is no longer yours/],
] as const)('%j is told in both languages', (about, zh, en) => {
  const words = wordsOf(about);
  expect(words.zh).toMatch(zh);
  expect(words.en).toMatch(en);
});
