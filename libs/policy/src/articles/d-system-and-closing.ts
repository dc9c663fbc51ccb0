import type { ArticleData } from '../article.js';

/** 售后服务中心员工奖惩制度实施细则: general rules, the system of rewards and discipline, closing rules (chapters 1, 2 and 7). */
export const systemAndClosing = [
  {
    id: 'D1',
    number: '第一条',
    title: { zh: '目的', en: 'Purpose' },
    text: {
      zh: '为深入贯彻公司《员工奖惩制度》,保证售后服务中心业务工作的顺利开展,本公司特制订售后服务中心《员工奖惩制度实施细则》。',
      en: 'To carry the company’s “Staff Rewards and Discipline” through and to secure the smooth running of the service centre’s business, the company makes these implementing rules for the service centre.',
    },
    kind: 'guidance',
    reason: {
      zh: '说明制定细则的目的，不含可检查的行为。',
      en: 'It states why the rules exist; there is no act to check.',
    },
  },
  {
    id: 'D2',
    number: '第二条',
    title: { zh: '规定的内容', en: 'Subject' },
    text: {
      zh: '本实施细则对营业人员及其主管、维修人员及其主管在业务工作方面的奖惩作出了具体规定。',
      en: 'These rules lay down in particular the rewards and discipline of sales staff and their supervisors, and of repair staff and their supervisors, in their professional work.',
    },
    kind: 'guidance',
    reason: {
      zh: '说明细则规定的内容；适用的部门由第四条确定。',
      en: 'It says what the rules are about; to whom they apply is settled by D4.',
    },
  },
  {
    id: 'D3',
    number: '第三条',
    title: { zh: '细则的组成', en: 'Parts of the rules' },
    text: {
      zh: '本实施细则包括业务工作奖惩体系、营业工作奖励办法细则、营业工作惩戒办法细则、维修工作奖励办法细则、维修工作惩戒办法细则等内容。',
      en: 'These rules comprise the system of rewards and discipline in professional work, rules on rewards in sales, on discipline in sales, on rewards in repair, on discipline in repair, and so on.',
    },
    kind: 'guidance',
    reason: { zh: '目录。', en: 'A table of contents.' },
  },
  {
    id: 'D4',
    number: '第四条',
    title: { zh: '适用部门', en: 'Departments concerned' },
    text: {
      zh: '本实施细则适用于售后服务中心零配件营业部门及人员、维修部门及人员的业务工作奖惩。',
      en: 'These rules apply to rewards and discipline, in professional work, of the service centre’s parts sales department and its staff and of its repair department and its staff.',
    },
    kind: 'rule',
  },
  {
    id: 'D5',
    number: '第五条',
    title: { zh: '非业务行为', en: 'Conduct outside the business' },
    text: {
      zh: '零配件营业人员、维修人员非业务行为的奖惩及其它部门人员的奖惩办法悉依《员工奖惩制度》执行。',
      en: 'Rewards and discipline for conduct of parts sales and repair staff outside the business, and those of staff of other departments, all follow the “Staff Rewards and Discipline”.',
    },
    kind: 'rule',
  },
  {
    id: 'D6',
    number: '第六条',
    title: { zh: '奖励种类', en: 'Kinds of reward' },
    text: {
      zh: '业务工作奖励分为:\n(一)嘉奖;\n(二)记功;\n(三)记大功。',
      en: 'Rewards in professional work are:\n(1) commendation;\n(2) merit;\n(3) major merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D7',
    number: '第七条',
    title: { zh: '惩戒种类', en: 'Kinds of discipline' },
    text: {
      zh: '业务工作惩戒分为:\n(一)警告;\n(二)记过;\n(三)记大过;\n(四)解职;\n(五)解雇。',
      en: 'Discipline in professional work is:\n(1) warning;\n(2) demerit;\n(3) major demerit;\n(4) removal from post;\n(5) dismissal.',
    },
    kind: 'rule',
  },
  {
    id: 'D8',
    number: '第八条',
    title: { zh: '计算与考核', en: 'Reckoning and appraisal' },
    text: {
      zh: '业务工作奖惩计算与考核:\n(一)全年度累计三次记功=一次大功;\n(二)全年度累计三次记过=一次大过\n(三)功过相抵。一次嘉奖抵一次警告,一次记功抵一次记过,一次大功抵一次大过。\n(四)全年度累计三次大过解雇。\n(五)考评办法。\n1、嘉奖一次当月考核时加1分。\n2、记功一次加当月考核时加3分。\n3、记大功一次加当月考核时加9分。\n4、警告一次当月考核时减1分。\n5、记过一次扣当月考核时扣3分\n6、记大过一次扣当月考核时扣9分',
      en: 'Reckoning and appraisal of rewards and discipline:\n(1) three merits within the year = one major merit;\n(2) three demerits within the year = one major demerit;\n(3) merit and demerit offset each other: one commendation one warning, one merit one demerit, one major merit one major demerit;\n(4) three major demerits within the year: dismissal;\n(5) appraisal:\n1. a commendation adds 1 point in the month’s appraisal;\n2. a merit adds 3 points in the month’s appraisal;\n3. a major merit adds 9 points in the month’s appraisal;\n4. a warning takes 1 point in the month’s appraisal;\n5. a demerit takes 3 points in the month’s appraisal;\n6. a major demerit takes 9 points in the month’s appraisal.',
    },
    kind: 'rule',
  },
  {
    id: 'D41',
    number: '第四十一条',
    title: { zh: '制订与解释', en: 'Making and interpreting' },
    text: {
      zh: '本实施细则由售后服务中心制订并负责解释。',
      en: 'These rules are made by the service centre, which also interprets them.',
    },
    kind: 'rule',
  },
  {
    id: 'D42',
    number: '第四十二条',
    title: { zh: '批准施行', en: 'Approval' },
    text: {
      zh: '本实施细则报总经理批准后施行,修改时亦同。',
      en: 'These rules take effect after approval by the general manager; the same holds for amendments.',
    },
    kind: 'rule',
  },
  {
    id: 'D43',
    number: '第四十三条',
    title: { zh: '既有规定终止', en: 'End of earlier rules' },
    text: {
      zh: '本实施细则实施后,售后服务中心既有的相关规定自行终止。',
      en: 'Once these rules are in effect, the service centre’s earlier rules on the matter end by themselves.',
    },
    kind: 'rule',
  },
  {
    id: 'D44',
    number: '第四十四条',
    title: { zh: '实施日期', en: 'In force from' },
    text: {
      zh: '本实施细则自颁布之日起实施。',
      en: 'These rules are in effect from the day of their promulgation.',
    },
    kind: 'rule',
  },
] as const satisfies readonly ArticleData[];
