import type { Clause } from './clause.js';

const unverified = { department: 'repair', trigger: 'report', verified: false } as const;
const verified = { ...unverified, verified: true } as const;
const hours = { ...unverified, trigger: 'figures' } as const;
const merit = [{ measures: ['merit'] }] as const;
const majorMerit = [{ measures: ['major-merit'] }] as const;
const demerit = [{ measures: ['demerit'] }] as const;
const majorDemerit = [{ measures: ['major-demerit'] }] as const;

/** 维修工作奖励办法细则 and 维修工作惩戒办法细则, D29–D40. */
export const repairClauses = [
  {
    ...unverified,
    article: 'D29',
    clause: 'technique',
    says: {
      zh: '提供先进维修技术方案，节约贡献突出',
      en: 'a better technique of repair brought an outstanding saving',
    },
    outcomes: merit,
  },
  {
    ...unverified,
    article: 'D30',
    clause: 'extra-service',
    says: {
      zh: '额外服务的创收收入及时上交',
      en: 'income from extra service was handed over in time',
    },
    thresholds: { share: 20 },
    outcomes: [{ measures: ['income-share'] }],
  },
  {
    ...unverified,
    article: 'D31',
    clause: 'reputation',
    says: {
      zh: '促销或上门修车活动中成绩突出，为公司赢得声誉',
      en: 'outstanding results at a promotion or on-site event won the company a good name',
    },
    outcomes: merit,
  },
  {
    ...hours,
    article: 'D32',
    clause: 'year',
    says: { zh: '完成全年度工时定额', en: 'the quota of hours of the year was met' },
    period: 'year',
    thresholds: { atLeast: 100 },
    outcomes: merit,
  },
  {
    ...hours,
    article: 'D32',
    clause: 'exceeded',
    says: {
      zh: '超越年度工时定额 20%（含）至 50%（不含）',
      en: 'the quota of hours was exceeded by 20 % and more, but less than 50 %',
    },
    period: 'year',
    thresholds: { atLeast: 120, below: 150 },
    outcomes: merit,
  },
  {
    ...hours,
    article: 'D32',
    clause: 'far-exceeded',
    says: {
      zh: '超越年度工时定额 50% 以上',
      en: 'the quota of hours was exceeded by 50 % and more',
    },
    period: 'year',
    thresholds: { atLeast: 150 },
    outcomes: majorMerit,
  },
  {
    ...hours,
    article: 'D32',
    clause: 'three-years',
    says: {
      zh: '连续三年度完成工时定额',
      en: 'the quota of hours was met in three years one after another',
    },
    period: 'year',
    thresholds: { atLeast: 100, periods: 3 },
    outcomes: majorMerit,
  },
  {
    ...verified,
    article: 'D33',
    clause: 'collusion',
    says: {
      zh: '与客户串通勾结，损害公司利益',
      en: 'collusion with a customer harmed the company',
    },
    outcomes: [{ measures: ['dismissal'] }],
    absolute: true,
  },
  {
    ...hours,
    article: 'D34',
    clause: 'three-months',
    says: {
      zh: '连续三个月未完成基本工时指标',
      en: 'the basic hours were not met in three months one after another',
    },
    period: 'month',
    figure: 'basic-hours',
    thresholds: { below: 100, periods: 3 },
    outcomes: [{ measures: ['transfer'] }, { measures: ['dismissal'] }],
  },
  {
    ...verified,
    article: 'D35',
    clause: 'idle',
    says: {
      zh: '公务外出时无故不执行任务（含上班时间喝酒）',
      en: 'idle on outside duty without cause (drinking included)',
    },
    outcomes: [{ measures: ['absence', 'demerit'] }],
  },
  {
    ...verified,
    article: 'D35',
    clause: 'with-subordinates',
    says: {
      zh: '干部协同部属外出不执行任务',
      en: 'a supervisor was idle on outside duty together with subordinates',
    },
    outcomes: [{ measures: ['absence', 'removal'] }],
  },
  {
    ...hours,
    article: 'D36',
    clause: 'half-year',
    says: {
      zh: '上半年实际工时未达定额的 70%',
      en: 'hours of the first half-year below 70 % of the quota',
    },
    period: 'half-year',
    thresholds: { below: 70 },
    outcomes: demerit,
  },
  {
    ...hours,
    article: 'D36',
    clause: 'year',
    says: { zh: '全年度实际工时未达定额的 80%', en: 'hours of the year below 80 % of the quota' },
    period: 'year',
    thresholds: { below: 80 },
    outcomes: demerit,
  },
  {
    ...verified,
    article: 'D37',
    clause: 'no-repair-file',
    says: { zh: '未按规定建立维修档案', en: 'a repair file was not made as required' },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D38',
    clause: 'talks-back',
    says: { zh: '言语顶撞上司', en: 'talked back to a superior' },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D38',
    clause: 'slacks',
    says: { zh: '消极怠工', en: 'slacked at work' },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D38',
    clause: 'refuses-work',
    says: { zh: '拒不服从工作安排', en: 'refused the work that was assigned' },
    outcomes: majorDemerit,
  },
  {
    ...unverified,
    article: 'D39',
    clause: 'vehicle',
    says: {
      zh: '动用所维修车辆为自己或他人办私事',
      en: 'a vehicle under repair was used for private affairs',
    },
    outcomes: demerit,
  },
  {
    ...verified,
    article: 'D40',
    clause: 'income-kept',
    says: {
      zh: '收费维修或安装收入拒不上交',
      en: 'income from chargeable work or fittings was not handed over in spite of a demand',
    },
    outcomes: majorDemerit,
  },
] as const satisfies readonly Clause[];
