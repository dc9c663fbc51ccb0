import type { ArticleData } from '../article.js';

/** 售后服务中心员工奖惩制度实施细则: discipline in sales (chapter 4). */
export const salesDiscipline = [
  {
    id: 'D16',
    number: '第十六条',
    title: { zh: '挪用公款', en: 'Embezzlement' },
    text: {
      zh: '挪用公款者,一律解雇。本公司将依法提出诉讼。',
      en: 'Who embezzles the company’s money is dismissed without exception. The company will take legal action.',
    },
    kind: 'rule',
  },
  {
    id: 'D17',
    number: '第十七条',
    title: { zh: '与客户串通', en: 'Collusion with a customer' },
    text: {
      zh: '与客户串通勾结,对公司利益构成损害者,一经查证属实,一律解雇。',
      en: 'Who colludes with a customer to the detriment of the company is, once this is substantiated, dismissed without exception.',
    },
    kind: 'rule',
  },
  {
    id: 'D18',
    number: '第十八条',
    title: { zh: '同业经营', en: 'Competing business' },
    text: {
      zh: '业务人员亲自或伙同他人从事与公司业务属同类业务者,或私自与竞争厂商有业务往来者,一经查证属实,一律解雇。直属主管若有呈报,免受连带惩罚。若未呈报,不论是否知情,记过一次。',
      en: 'Sales staff who, themselves or with others, carry on business of the company’s kind, or privately deal with competing firms, are, once this is substantiated, dismissed without exception. The direct supervisor who reported it is spared joint punishment; who did not receives a demerit, knowing of it or not.',
    },
    corrections: [{ printed: '自亲或', read: '亲自或' }],
    kind: 'rule',
  },
  {
    id: 'D19',
    number: '第十九条',
    title: { zh: '连续三个月未完成任务', en: 'Three months below target' },
    text: {
      zh: '业务人员连续三个月未完成销售任务,调离或解雇。',
      en: 'Sales staff who fail their sales task in three consecutive months are transferred or dismissed.',
    },
    kind: 'rule',
  },
  {
    id: 'D20',
    number: '第二十条',
    title: { zh: '外出不执行任务', en: 'Idle on outside duty' },
    text: {
      zh: '凡利用公务外出时,无故不执行任务者(含:上班时间喝酒),一经查证属实,以旷职论处,并记过一次。若是干部协同部属者,该干部解职。',
      en: 'Who, out on duty, without cause does not do the task (drinking in working hours included) is, once this is substantiated, treated as absent without leave and receives a demerit. A supervisor who did so together with subordinates is removed from post.',
    },
    kind: 'rule',
  },
  {
    id: 'D21',
    number: '第二十一条',
    title: { zh: '不确认位置', en: 'Position not confirmed' },
    text: {
      zh: '业务人员外出开展工作,无故不向直接上级回手机以确认自己准确位置者,经查证属实,记过一次。',
      en: 'Sales staff working outside who without cause do not call their direct superior back by mobile phone to confirm their exact position receive a demerit once this is substantiated.',
    },
    kind: 'rule',
  },
  {
    id: 'D22',
    number: '第二十二条',
    title: { zh: '商品短少', en: 'Shortage of goods' },
    text: {
      zh: '业务人员因个人原因造成巨额或经常性商品短少者,予以解雇。',
      en: 'Sales staff who through their own fault cause a huge or repeated shortage of goods are dismissed.',
    },
    kind: 'rule',
  },
  {
    id: 'D23',
    number: '第二十三条',
    title: { zh: '挑拨与泄密', en: 'Discord and leaks' },
    text: {
      zh: '挑拨公司与员工的感情,或泄漏职务机密者,一经查证属实,记大过一次,情节严重者解雇。',
      en: 'Who sows discord between company and staff, or leaks secrets of office, receives a major demerit once this is substantiated; in grave cases dismissal.',
    },
    kind: 'rule',
  },
  {
    id: 'D24',
    number: '第二十四条',
    title: { zh: '销售未达标', en: 'Sales below target' },
    text: {
      zh: '上半年销售未达当期销售目标的70%者,记过一次。\n全年度销售未达销售目标的80%者,记过一次。',
      en: 'Whose sales in the first half-year are below 70% of the period’s target receives a demerit.\nWhose sales in the whole year are below 80% of the target receives a demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D25',
    number: '第二十五条',
    title: { zh: '未建客户资料', en: 'No customer file' },
    text: {
      zh: '未按规定建立客户资料经查获者,记过一次。',
      en: 'Who is found not to have made the customer file as required receives a demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D26',
    number: '第二十六条',
    title: { zh: '不服从指挥', en: 'Disobedience' },
    text: {
      zh: '不服从上司指挥者:\n(一)言语顶撞上司者,记过一次。\n(二)不遵照上司使命行事者,记大过一次。',
      en: 'Who does not follow a superior’s direction:\n(1) who talks back to a superior receives a demerit;\n(2) who does not act on a superior’s orders receives a major demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D27',
    number: '第二十七条',
    title: { zh: '私用营业车辆', en: 'Company vehicle without leave' },
    text: {
      zh: '未经批准私自使用营业车辆者,记过一次。',
      en: 'Who uses a business vehicle privately without approval receives a demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D28',
    number: '第二十八条',
    title: { zh: '未缴报表', en: 'Report not handed in' },
    text: {
      zh: '售后服务中心规定填写的报表,应缴而未缴者每次记过一次。',
      en: 'Who fails to hand in a report that the service centre requires receives a demerit each time.',
    },
    kind: 'rule',
    rest: ['customers to department'],
  },
] as const satisfies readonly ArticleData[];
