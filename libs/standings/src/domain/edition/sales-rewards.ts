import type { Clause } from './clause.js';

const reward = { department: 'sales', trigger: 'report', verified: false } as const;
const merit = [{ measures: ['merit'] }] as const;
const majorMerit = [{ measures: ['major-merit'] }] as const;
const profit = {
  ...reward,
  clause: 'profit',
  trigger: 'profit',
  thresholds: { profit: '100000.00', months: 12 },
  outcomes: majorMerit,
} as const;
const result = { ...reward, trigger: 'figures' } as const;

/** 营业工作奖励办法细则, D9–D15. */
export const salesRewardClauses = [
  {
    ...reward,
    article: 'D9',
    clause: 'adopted',
    says: { zh: '行销新构想被采用', en: 'a marketing idea was adopted' },
    outcomes: merit,
  },
  {
    ...profit,
    article: 'D9',
    says: { zh: '行销新构想一年内获利', en: 'a marketing idea brought a profit within a year' },
  },
  {
    ...reward,
    article: 'D10',
    clause: 'adopted',
    says: { zh: '主动反映的新产品被采用', en: 'a new product, proposed unasked, was adopted' },
    outcomes: merit,
  },
  {
    ...profit,
    article: 'D10',
    says: { zh: '新产品一年内获利', en: 'a new product brought a profit within a year' },
  },
  {
    ...reward,
    article: 'D11',
    clause: 'intelligence',
    says: {
      zh: '竞争对手动态被采用为政策',
      en: 'news of a competitor was adopted as policy',
    },
    outcomes: merit,
  },
  {
    ...reward,
    article: 'D12',
    clause: 'credit-check',
    says: {
      zh: '信用调查属实，防范得宜，避免损失',
      en: 'a true credit check and precautions in time averted a loss',
    },
    outcomes: merit,
  },
  {
    ...reward,
    article: 'D13',
    clause: 'new-ground',
    says: {
      zh: '开拓新地区、新产品或新客户，成效卓著',
      en: 'a new territory, product or customer was opened with distinction',
    },
    outcomes: merit,
  },
  {
    ...result,
    article: 'D14',
    clause: 'half-year',
    says: { zh: '达成上半年业绩目标', en: 'the target of the first half-year was met' },
    period: 'half-year',
    thresholds: { atLeast: 100 },
    outcomes: merit,
  },
  {
    ...result,
    article: 'D14',
    clause: 'year',
    says: { zh: '达成全年度业绩目标', en: 'the target of the year was met' },
    period: 'year',
    thresholds: { atLeast: 100 },
    outcomes: merit,
  },
  {
    ...result,
    article: 'D14',
    clause: 'three-years',
    says: {
      zh: '连续三年度达成业绩目标',
      en: 'the target was met in three years one after another',
    },
    period: 'year',
    thresholds: { atLeast: 100, periods: 3 },
    outcomes: majorMerit,
  },
  {
    ...result,
    article: 'D14',
    clause: 'exceeded',
    says: {
      zh: '超越年度目标 20%（含）至 50%（不含）',
      en: 'the target of the year was exceeded by 20 % and more, but less than 50 %',
    },
    period: 'year',
    thresholds: { atLeast: 120, below: 150 },
    outcomes: merit,
  },
  {
    ...result,
    article: 'D14',
    clause: 'far-exceeded',
    says: {
      zh: '超越年度目标 50%（含）以上',
      en: 'the target of the year was exceeded by 50 % and more',
    },
    period: 'year',
    thresholds: { atLeast: 150 },
    outcomes: majorMerit,
  },
  {
    ...reward,
    article: 'D15',
    clause: 'slow-moving',
    says: {
      zh: '滞销品于规定期限内出清',
      en: 'listed slow-moving goods were cleared within the term',
    },
    outcomes: merit,
  },
] as const satisfies readonly Clause[];
