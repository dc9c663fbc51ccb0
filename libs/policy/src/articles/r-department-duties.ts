import type { ArticleData } from '../article.js';

const withTheDepartment = { kind: 'later', broughtBy: ['customers to department'] } as const;

/** 公司售后服务科职责: the duties of the department, as numbered under 主要职责. */
export const departmentDuties = [
  {
    id: 'R1',
    number: '1',
    title: { zh: '服从营销部指挥', en: 'Instructions of the marketing department' },
    text: {
      zh: '严格服从营销部的统一指挥,执行其工作指令,一切行为向营销部负责;',
      en: 'Strictly follow the unified direction of the marketing department, carry out its instructions, and answer to it for every act.',
    },
    ...withTheDepartment,
  },
  {
    id: 'R2',
    number: '2',
    title: { zh: '遵守制度，杜绝越权', en: 'House rules and limits of authority' },
    text: {
      zh: '严格遵守公司的各项管理制度,认真行使公司给予的管理权力,杜绝一切越权事件的发生;',
      en: 'Strictly keep the company’s rules of management, exercise the powers given by the company with care, and let no act beyond one’s authority happen.',
    },
    kind: 'rule',
    rest: ['customers to department'],
  },
  {
    id: 'R3',
    number: '3',
    title: { zh: '产品售后服务', en: 'After-sales service' },
    text: {
      zh: '负责公司产品的售后服务工作;',
      en: 'Be in charge of after-sales service for the company’s products.',
    },
    kind: 'guidance',
    reason: {
      zh: '划定科室的职责范围；具体要求见V各条与R5至R18。',
      en: 'It names the department’s field; what it asks in particular stands in the V articles and R5 to R18.',
    },
  },
  {
    id: 'R4',
    number: '4',
    title: { zh: '维修过程管理', en: 'Managing repairs' },
    text: {
      zh: '负责公司产品维修过程的管理工作;',
      en: 'Be in charge of managing the repair of the company’s products.',
    },
    kind: 'guidance',
    reason: {
      zh: '划定科室的职责范围；维修过程的各步骤见V3至V27。',
      en: 'It names the department’s field; the steps of a repair stand in V3 to V27.',
    },
  },
  {
    id: 'R5',
    number: '5',
    title: { zh: '工作计划和目标', en: 'Work plans and goals' },
    text: {
      zh: '负责制订本科的工作计划和目标;',
      en: 'Draw up the department’s work plans and goals.',
    },
    ...withTheDepartment,
  },
  {
    id: 'R6',
    number: '6',
    title: { zh: '访问和信访', en: 'Follow-up visits and letters' },
    text: {
      zh: '负责对客户上门访问和信访工作;',
      en: 'Be in charge of visits to customers and of letters to and from them.',
    },
    kind: 'rule',
  },
  {
    id: 'R7',
    number: '7',
    title: { zh: '接待投诉', en: 'Receiving complaints' },
    text: { zh: '负责客户对投诉接待工作;', en: 'Be in charge of receiving customers’ complaints.' },
    kind: 'rule',
  },
  {
    id: 'R8',
    number: '8',
    title: { zh: '客户档案', en: 'Customer files' },
    text: { zh: '负责对客户档案资料的管理工作;', en: 'Be in charge of keeping customer files.' },
    ...withTheDepartment,
  },
  {
    id: 'R9',
    number: '9',
    title: { zh: '处理投诉', en: 'Handling complaints' },
    text: {
      zh: '负责客户投诉事件的处理工作;',
      en: 'Be in charge of handling customers’ complaints.',
    },
    kind: 'rule',
  },
  {
    id: 'R10',
    number: '10',
    title: { zh: '安排上门维修并记录', en: 'Arranging and recording repairs on site' },
    text: {
      zh: '负责安排人员上门维修服务,并做好工作完成的记录;',
      en: 'Arrange staff for repairs on site, and keep good records of the work completed.',
    },
    kind: 'rule',
  },
  {
    id: 'R11',
    number: '11',
    title: { zh: '工具材料登记', en: 'Register of tools and materials' },
    text: {
      zh: '负责维修工具材料的登记管理;',
      en: 'Be in charge of registering repair tools and materials.',
    },
    kind: 'rule',
  },
  {
    id: 'R12',
    number: '12',
    title: { zh: '领用手续', en: 'Issuing tools and materials' },
    text: {
      zh: '负责对维修工具材料领用手续办理工作;',
      en: 'Be in charge of the procedure by which repair tools and materials are issued.',
    },
    corrections: [{ printed: '工作;;', read: '工作;' }],
    kind: 'rule',
  },
  {
    id: 'R13',
    number: '13',
    title: { zh: '业绩考评', en: 'Appraisal' },
    text: {
      zh: '负责对维修人员业绩考评、评价和工作考核;',
      en: 'Be in charge of appraising and assessing the results and work of repair staff.',
    },
    corrections: [{ printed: '考核;;', read: '考核;' }],
    kind: 'rule',
  },
  {
    id: 'R14',
    number: '14',
    title: { zh: '业务培训', en: 'Technical training' },
    text: {
      zh: '负责维修人员的业务培训工作;',
      en: 'Be in charge of the technical training of repair staff.',
    },
    ...withTheDepartment,
  },
  {
    id: 'R15',
    number: '15',
    title: { zh: '材料进销存报表', en: 'In-out-balance report' },
    text: {
      zh: '填报材料进销存报表;',
      en: 'Fill in the report of materials received, issued and in stock.',
    },
    corrections: [{ printed: '进消存', read: '进销存' }],
    kind: 'rule',
    rest: ['customers to department'],
  },
  {
    id: 'R16',
    number: '16',
    title: { zh: '定期核对', en: 'Stocktaking' },
    text: {
      zh: '定期对维修用材料和工具进行核对;',
      en: 'Check repair materials and tools against the books periodically.',
    },
    kind: 'rule',
  },
  {
    id: 'R17',
    number: '17',
    title: { zh: '职业道德教育', en: 'Professional ethics' },
    text: {
      zh: '协助做好对维修人员职业道德教育;',
      en: 'Help to educate repair staff in professional ethics.',
    },
    ...withTheDepartment,
  },
  {
    id: 'R18',
    number: '18',
    title: { zh: '临时交办工作', en: 'Ad-hoc tasks' },
    text: { zh: '完成临时交办的其他工作', en: 'Complete other tasks assigned for the occasion.' },
    ...withTheDepartment,
  },
] as const satisfies readonly ArticleData[];
