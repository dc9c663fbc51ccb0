import type { ArticleData } from '../article.js';

/** 售后服务中心员工奖惩制度实施细则: rewards and discipline in repair (chapters 5 and 6). */
export const repairRewardsAndDiscipline = [
  {
    id: 'D29',
    number: '第二十九条',
    title: { zh: '先进技术方案', en: 'Better technique' },
    text: {
      zh: '积极钻研业务工作,提供先进维修技术方案,在节约消耗减少维修工时方面作出突出贡献的,记功一次。',
      en: 'Who studies the work keenly, offers advanced repair techniques and makes an outstanding contribution to saving consumption and repair hours receives a merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D30',
    number: '第三十条',
    title: { zh: '创收奖励', en: 'Extra income' },
    text: {
      zh: '为用户提供安装防盗器等额外服务,并及时上交创收收入,创收纯收入按20%比例奖励创收人。',
      en: 'Who provides users with extra services such as fitting alarms and hands the income over in time: 20% of the net income is paid to the earner.',
    },
    kind: 'rule',
  },
  {
    id: 'D31',
    number: '第三十一条',
    title: { zh: '活动表现', en: 'Promotions and on-site events' },
    text: {
      zh: '在参加促销活动或上门修车活动中,工作努力,成绩突出,为公司赢得良好声誉而做出重大贡献者,记功一次。',
      en: 'Who in a promotion or an on-site vehicle repair event works hard with outstanding results, and contributes greatly to the company’s good name, receives a merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D32',
    number: '第三十二条',
    title: { zh: '工时定额', en: 'Hours quota' },
    text: {
      zh: '完成全年度工时定额者,记功一次。\n超越年度工时定额20%(含)—50%(不含),记功一次。\n超越年度工时定额50%以上者,记大功一次。\n连续三年度完成工时定额者,记大功一次。',
      en: 'Who meets the annual hours quota receives a merit.\nWho exceeds the annual hours quota by 20% (included) to 50% (excluded) receives a merit.\nWho exceeds the annual hours quota by 50% or more receives a major merit.\nWho meets the hours quota in three consecutive years receives a major merit.',
    },
    kind: 'rule',
  },
  {
    id: 'D33',
    number: '第三十三条',
    title: { zh: '与客户串通', en: 'Collusion with a customer' },
    text: {
      zh: '与客户串通勾结,损害公司利益者,一经查证属实,一律解雇。',
      en: 'Who colludes with a customer to the detriment of the company is, once this is substantiated, dismissed without exception.',
    },
    kind: 'rule',
  },
  {
    id: 'D34',
    number: '第三十四条',
    title: { zh: '连续三个月未完成工时', en: 'Three months below basic hours' },
    text: {
      zh: '维修人员连续三个月未完成基本工时指标者,调离或解雇。',
      en: 'Repair staff who fail the basic hours in three consecutive months are transferred or dismissed.',
    },
    kind: 'rule',
  },
  {
    id: 'D35',
    number: '第三十五条',
    title: { zh: '外出不执行任务', en: 'Idle on outside duty' },
    text: {
      zh: '凡利用公务外出时,无故不执行任务者(含:上班时间喝酒),一经查证属实,以旷职论处,并记过一次。若是干部协同部属者,该干部解职。',
      en: 'Who, out on duty, without cause does not do the task (drinking in working hours included) is, once this is substantiated, treated as absent without leave and receives a demerit. A supervisor who did so together with subordinates is removed from post.',
    },
    kind: 'rule',
  },
  {
    id: 'D36',
    number: '第三十六条',
    title: { zh: '工时未达标', en: 'Hours below quota' },
    text: {
      zh: '上半年实际工时数未达当期工时定额70%者,记过一次。\n全年度实际工时数未达当期工时定额80%者,记过一次。',
      en: 'Whose actual hours in the first half-year are below 70% of the period’s quota receives a demerit.\nWhose actual hours in the whole year are below 80% of the period’s quota receives a demerit.',
    },
    corrections: [{ printed: '工时定期80%', read: '工时定额80%' }],
    kind: 'rule',
  },
  {
    id: 'D37',
    number: '第三十七条',
    title: { zh: '未建维修档案', en: 'No repair record' },
    text: {
      zh: '未按规定建立维修档案者经查获记过一次。',
      en: 'Who is found not to have made the repair record as required receives a demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D38',
    number: '第三十八条',
    title: { zh: '不服从指挥', en: 'Disobedience' },
    text: {
      zh: '不服从上司指挥者:\n(一)言语顶撞上司者,记过一次。\n(二)消极怠工者,记过一次。\n(三)拒不服从工作安排者,记大过一次。',
      en: 'Who does not follow a superior’s direction:\n(1) who talks back to a superior receives a demerit;\n(2) who slacks receives a demerit;\n(3) who refuses assigned work receives a major demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D39',
    number: '第三十九条',
    title: { zh: '私用维修车辆', en: 'Vehicle under repair' },
    text: {
      zh: '动用所维修车辆为自己或他人办私事者,记过一次。',
      en: 'Who uses a vehicle under repair for private business, their own or another’s, receives a demerit.',
    },
    kind: 'rule',
  },
  {
    id: 'D40',
    number: '第四十条',
    title: { zh: '拒不上交收入', en: 'Income not handed over' },
    text: {
      zh: '维修人员进行收费维修项目、部分收费维修项目或安装防盗器等收入,拒不上交的,经查证属实,记大过一次。',
      en: 'Repair staff who refuse to hand over income from chargeable or partly chargeable repairs, or from fitting alarms and the like, receive a major demerit once this is substantiated.',
    },
    kind: 'rule',
  },
] as const satisfies readonly ArticleData[];
