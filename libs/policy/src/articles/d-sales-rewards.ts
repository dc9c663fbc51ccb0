import type { ArticleData } from '../article.js';

/** 售后服务中心员工奖惩制度实施细则: rewards in sales (chapter 3). */
export const salesRewards = [
  {
    id: 'D9',
    number: '第九条',
    title: { zh: '行销新构想', en: 'Marketing idea' },
    text: {
      zh: '提供“行销新构想”,而为售后服务中心采用,记功一次。该“行销新构想”一年内使售后服务中心获利10万元以上,再记大功一次。',
      en: 'Who offers a new marketing idea that the service centre adopts receives a merit. If the idea earns the service centre 100,000 yuan or more within one year, a major merit as well.',
    },
    kind: 'rule',
  },
  {
    id: 'D10',
    number: '第十条',
    title: { zh: '新产品', en: 'New product' },
    text: {
      zh: '业务员主动反映可开发的“新产品”而为售后服务中心采用,记功一次。该“新产品”一年内使售后服务中心获利10万元以上者,再记大功一次。',
      en: 'A salesperson who of their own accord reports a new product that can be developed, and that the service centre adopts, receives a merit. If the product earns the service centre 100,000 yuan or more within one year, a major merit as well.',
    },
    kind: 'rule',
  },
  {
    id: 'D11',
    number: '第十一条',
    title: { zh: '竞争对手动态', en: 'Competitor intelligence' },
    text: {
      zh: '提供竞争对手动态,被售后服务中心采用为政策者,记功一次。',
      en: 'Who reports what competitors are doing, so that the service centre adopts it as policy, receives a merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D12',
    number: '第十二条',
    title: { zh: '信用调查', en: 'Credit check' },
    text: {
      zh: '客户信用调查属实,事先防范得宜,使售后服务中心避免蒙受损失者,记功一次。',
      en: 'Whose check of a customer’s credit proves true and whose timely precaution spares the service centre a loss receives a merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D13',
    number: '第十三条',
    title: { zh: '开拓', en: 'New territory' },
    text: {
      zh: '开拓“新地区”、“新产品”或“新客户”,成效卓著者,记功一次。',
      en: 'Who opens up a new territory, a new product or a new customer with distinguished results receives a merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D14',
    number: '第十四条',
    title: { zh: '业绩目标', en: 'Sales targets' },
    text: {
      zh: '达成上半年业绩目标者,记功一次。\n达成全年度业绩目标者,记功一次。\n连续三年度达成业绩目标者,记大功一次。\n超越年度目标20%(含)—50%(不含),记功一次。\n超越年度目标50%(含)以上者,记大功一次。',
      en: 'Who meets the sales target of the first half-year receives a merit.\nWho meets the annual sales target receives a merit.\nWho meets the sales targets of three consecutive years receives a major merit.\nWho exceeds the annual target by 20% (included) to 50% (excluded) receives a merit.\nWho exceeds the annual target by 50% (included) or more receives a major merit.',
    },
    corrections: [{ printed: '50(不含)', read: '50%(不含)' }],
    kind: 'rule',
  },
  {
    id: 'D15',
    number: '第十五条',
    title: { zh: '滞销品', en: 'Slow-moving goods' },
    text: {
      zh: '凡售后服务中心列为“滞销品”,业务人员于规定期限内出清者,记功一次。',
      en: 'Sales staff who clear, within the set term, goods that the service centre has listed as slow-moving receive a merit.',
    },
    kind: 'rule',
  },
] as const satisfies readonly ArticleData[];
