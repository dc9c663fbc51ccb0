import type { Clause } from './clause.js';

const unverified = { department: 'sales', trigger: 'report', verified: false } as const;
const verified = { ...unverified, verified: true } as const;
const demerit = [{ measures: ['demerit'] }] as const;
const majorDemerit = [{ measures: ['major-demerit'] }] as const;
const dismissal = [{ measures: ['dismissal'] }] as const;

/** 营业工作惩戒办法, D16–D28. */
export const salesDisciplineClauses = [
  {
    ...unverified,
    article: 'D16',
    clause: 'embezzlement',
    says: { zh: '挪用公款', en: 'company money was embezzled' },
    outcomes: [{ measures: ['dismissal', 'legal-action'] }],
    absolute: true,
  },
  {
    ...verified,
    article: 'D17',
    clause: 'collusion',
    says: {
      zh: '与客户串通勾结，损害公司利益',
      en: 'collusion with a customer harmed the company',
    },
    outcomes: dismissal,
    absolute: true,
  },
  {
    ...verified,
    article: 'D18',
    clause: 'competing',
    says: {
      zh: '从事同类业务，或私自与竞争厂商往来',
      en: 'a competing business, or private dealings with a competing firm',
    },
    outcomes: dismissal,
    absolute: true,
  },
  {
    ...unverified,
    article: 'D18',
    clause: 'unreported',
    says: {
      zh: '直属主管未呈报部属的同业经营',
      en: 'a direct supervisor had not reported competing business of their subordinate',
    },
    trigger: 'consequence',
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D19',
    clause: 'three-months',
    says: {
      zh: '连续三个月未完成销售任务',
      en: 'the sales task was not met in three months one after another',
    },
    trigger: 'figures',
    period: 'month',
    thresholds: { below: 100, periods: 3 },
    outcomes: [{ measures: ['transfer'] }, { measures: ['dismissal'] }],
  },
  {
    ...verified,
    article: 'D20',
    clause: 'idle',
    says: {
      zh: '公务外出时无故不执行任务（含上班时间喝酒）',
      en: 'idle on outside duty without cause (drinking included)',
    },
    outcomes: [{ measures: ['absence', 'demerit'] }],
  },
  {
    ...verified,
    article: 'D20',
    clause: 'with-subordinates',
    says: {
      zh: '干部协同部属外出不执行任务',
      en: 'a supervisor was idle on outside duty together with subordinates',
    },
    outcomes: [{ measures: ['absence', 'removal'] }],
  },
  {
    ...verified,
    article: 'D21',
    clause: 'no-call',
    says: {
      zh: '外出时无故不向直接上级回电确认位置',
      en: 'without cause, the direct superior was not called back to confirm the position',
    },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D22',
    clause: 'shortage',
    says: {
      zh: '因个人原因造成巨额或经常性商品短少',
      en: 'a huge or repeated shortage of goods through own fault',
    },
    thresholds: { shortage: '10000.00', shortages: 3, months: 12 },
    outcomes: dismissal,
  },
  {
    ...verified,
    article: 'D23',
    clause: 'discord',
    says: {
      zh: '挑拨公司与员工感情，或泄漏职务机密',
      en: 'discord was sown, or secrets were leaked',
    },
    outcomes: [...majorDemerit, { measures: ['dismissal'], grave: true }],
  },
  {
    ...unverified,
    article: 'D24',
    clause: 'half-year',
    says: {
      zh: '上半年销售未达目标的 70%',
      en: 'sales of the first half-year below 70 % of the target',
    },
    trigger: 'figures',
    period: 'half-year',
    thresholds: { below: 70 },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D24',
    clause: 'year',
    says: { zh: '全年度销售未达目标的 80%', en: 'sales of the year below 80 % of the target' },
    trigger: 'figures',
    period: 'year',
    thresholds: { below: 80 },
    outcomes: demerit,
  },
  {
    ...verified,
    article: 'D25',
    clause: 'no-customer-file',
    says: { zh: '未按规定建立客户资料', en: 'a customer file was not made as required' },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D26',
    clause: 'talks-back',
    says: { zh: '言语顶撞上司', en: 'talked back to a superior' },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D26',
    clause: 'disobeys',
    says: { zh: '不遵照上司使命行事', en: 'did not carry out the orders of a superior' },
    outcomes: majorDemerit,
  },
  {
    ...unverified,
    article: 'D27',
    clause: 'vehicle',
    says: {
      zh: '未经批准私自使用营业车辆',
      en: 'a business vehicle was used privately without leave',
    },
    outcomes: demerit,
  },
  {
    ...unverified,
    article: 'D28',
    clause: 'report',
    says: { zh: '应缴报表未缴', en: 'a required report was not handed in' },
    outcomes: demerit,
  },
] as const satisfies readonly Clause[];
