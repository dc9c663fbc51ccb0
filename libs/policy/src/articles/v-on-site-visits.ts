import type { ArticleData } from '../article.js';

/** 售后上门服务制度: purpose, preparation, and arrival at the customer's (chapters 1 and 2, and 3 up to V12). */
export const onSiteVisits = [
  {
    id: 'V1',
    number: '第一条',
    title: { zh: '目的', en: 'Purpose' },
    text: {
      zh: '目的\n为了提供给客户无微不至的售后服务,给客户留下亲和的服务印象,特制定本制度,以规范上门服务的行为。',
      en: 'Purpose\nThis policy is made to regulate conduct on on-site visits, so that customers are given after-sales service attentive in every detail and are left with an impression of warm service.',
    },
    kind: 'guidance',
    reason: {
      zh: '说明制定本制度的目的，不含可检查的行为。',
      en: 'It states why the policy exists; there is no act to check.',
    },
  },
  {
    id: 'V2',
    number: '第二条',
    title: { zh: '适用范围', en: 'Scope' },
    text: {
      zh: '适用范围\n适用于上门售后服务和现场服务。',
      en: 'Scope\nIt applies to after-sales service at the customer’s home and to service on site.',
    },
    kind: 'guidance',
    reason: {
      zh: '划定适用范围：系统中的每次上门都属于本制度。',
      en: 'It draws the scope: every visit in the system falls under the policy.',
    },
  },
  {
    id: 'V3',
    number: '第三条',
    title: { zh: '上门服务准则', en: 'Principles of on-site service' },
    text: {
      zh: '上门服务准则\n1.准备充分,按时赴约。\n2.有礼有节,勤于沟通。\n3.全程负责,温情告别。',
      en: 'Principles of on-site service\n1. Be fully prepared and keep the appointment on time.\n2. Be courteous and measured, and communicate readily.\n3. Take responsibility from beginning to end, and say a warm farewell.',
    },
    kind: 'rule',
  },
  {
    id: 'V4',
    number: '第四条',
    title: { zh: '形象准备', en: 'Appearance' },
    text: {
      zh: '形象准备\n按照公司要求佩戴上岗证、着公司工作服。',
      en: 'Preparing one’s appearance\nWear the work badge and the company’s working clothes as the company requires.',
    },
    kind: 'rule',
  },
  {
    id: 'V5',
    number: '第五条',
    title: { zh: '物品准备', en: 'Things to bring' },
    text: {
      zh: '物品准备\n维修工具、检测工具等',
      en: 'Preparing things\nRepair tools, testing tools and so on.',
    },
    kind: 'rule',
  },
  {
    id: 'V6',
    number: '第六条',
    title: { zh: '心理准备', en: 'Preparing the mind' },
    text: {
      zh: '心理准备\n1.了解客户详细信息。\n2.分析故障现象,判断故障原因。',
      en: 'Preparing the mind\n1. Learn the customer’s details.\n2. Analyse how the fault shows and judge its cause.',
    },
    kind: 'rule',
  },
  {
    id: 'V7',
    number: '第七条',
    title: { zh: '按时上门', en: 'Arriving on time' },
    text: {
      zh: '按时上门,严禁迟到及无故失约。若出现中途特殊情况,必须提前与客户联系,解释原因,并向客户道歉。',
      en: 'Arrive on time; being late and missing an appointment without cause are strictly forbidden. If something special comes up on the way, the customer must be contacted beforehand, given the reason and an apology.',
    },
    kind: 'rule',
  },
  {
    id: 'V8',
    number: '第八条',
    title: { zh: '问候并出示证件', en: 'Greeting and credentials' },
    text: {
      zh: '见到客户要微笑,主动问候并自我介绍,同时出示相关证件。',
      en: 'On meeting the customer, smile, be the first to greet, introduce yourself, and show your credentials.',
    },
    kind: 'rule',
  },
  {
    id: 'V9',
    number: '第九条',
    title: { zh: '进门后的举止', en: 'Conduct indoors' },
    text: {
      zh: '进门后不要随意运动,根据客户的示意落座或到指定地点进行维修,注意合乎客户环境要求',
      en: 'Once indoors, do not move about at will; sit down where the customer indicates or repair at the place shown, and fit in with what the customer’s surroundings ask for.',
    },
    kind: 'rule',
  },
  {
    id: 'V10',
    number: '第十条',
    title: { zh: '上门服务“三不要”', en: 'The three don’ts' },
    text: {
      zh: '做到上门服务“三不要”\n1.不要吃喝送礼。\n2.不要随意触碰客户的东西。\n3.不要随意评论。',
      en: 'Keep to the three don’ts of on-site service\n1. Do not accept food, drink or gifts.\n2. Do not touch the customer’s belongings at will.\n3. Do not pass remarks at will.',
    },
    kind: 'rule',
  },
  {
    id: 'V11',
    number: '第十一条',
    title: { zh: '凭证与客户同意', en: 'Service document and consent' },
    text: {
      zh: '礼貌地请客户出示相关售后服务凭证,询问客户故障的情况,经客户同意方可进行服务。',
      en: 'Politely ask the customer to show the after-sales service document and ask about the fault; service may only begin with the customer’s consent.',
    },
    kind: 'rule',
  },
  {
    id: 'V12',
    number: '第十二条',
    title: { zh: '按部件条码确认', en: 'Entitlement by barcode' },
    text: {
      zh: '如果客户找不到售后服务凭证等文件,可以根据产品部件条码确定是否属于服务的范围和服务时间。',
      en: 'If the customer cannot find the service document or the like, the barcode of a component of the product may tell whether it falls within the scope and the period of service.',
    },
    kind: 'rule',
  },
] as const satisfies readonly ArticleData[];
