import { chinese, onOrAt, period, quoted, where, when, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { emergencyText, punctuality, toldText, wishText } from './appointment.js';
import type { VisitScheduled } from '../../domain/ticket/ticket.events.js';
import { wayOf } from '../../domain/visit/own-way.js';
import { preparationText } from './corrections.js';
import type { Sentences } from '../sentence-context.js';

/** A visit before and up to the arrival. */
export const planningSentences: Sentences<
  | 'VisitScheduled'
  | 'VisitRescheduled'
  | 'SupersededMoveRecorded'
  | 'VisitCancelled'
  | 'TechnicianAdded'
  | 'TechnicianRemoved'
  | 'VisitPrepared'
  | 'TechnicianDeparted'
  | 'DelayNotified'
  | 'TechnicianArrived'
  | 'NoShowRecorded'
  | 'NoShowCorrected'
  | 'CrewNoShowRecorded'
  | 'CrewNoShowCorrected'
> = {
  VisitScheduled: ({ data, actor, occurredAt }, context) => {
    const { visit } = context;
    const by = who(actor);
    const window = period(data.window, occurredAt);
    const wish = atWish(data);
    const urgent = emergencyText(data.window, context);
    if (data.appointmentOf !== undefined) {
      return {
        zh: chinese`第 ${data.appointmentOf} 次上门约定的${window.zh}仍然有效，由技术员${data.technician}上门${wish.zh}${urgent.zh}。`,
        en: `The appointment agreed for visit ${data.appointmentOf} stands: technician ${data.technician} is to come ${onOrAt(window.en)}${wish.en}${urgent.en}.`,
      };
    }
    if (visit) {
      return {
        zh: chinese`${by.zh}补记：约定由技术员${data.technician}于${window.zh}上门${wish.zh}${urgent.zh}。`,
        en: `${by.en} put down afterwards that technician ${data.technician} was to come ${onOrAt(window.en)}${wish.en}${urgent.en}.`,
      };
    }
    return {
      zh: chinese`${by.zh}约定由技术员${data.technician}于${window.zh}上门${wish.zh}${urgent.zh}。`,
      en: `${by.en} arranged for technician ${data.technician} to come ${onOrAt(window.en)}${wish.en}${urgent.en}.`,
    };
  },
  VisitRescheduled: ({ data, actor, occurredAt }, context) => {
    const { visit } = context;
    const by = who(actor);
    const window = period(data.window, occurredAt);
    const wish = atWish(data);
    const urgent = emergencyText(data.window, context);
    const told = toldText(data.told, occurredAt, data.atCustomersWish);
    const other = where(
      visit && visit.technician !== data.technician,
      chinese`，改派技术员${data.technician}`,
      `, with technician ${data.technician} instead`,
    );
    return {
      zh: chinese`${by.zh}将上门改至${window.zh}${other.zh}${wish.zh}${urgent.zh}，原因：${quoted(data.reason)}${told.zh}。`,
      en: `${by.en} moved the visit to ${window.en}${other.en}${wish.en}${urgent.en}: ${quoted(data.reason)}${told.en}.`,
    };
  },
  SupersededMoveRecorded: ({ data, actor, occurredAt }) => {
    const by = who(actor);
    const window = period(data.window, occurredAt);
    const wish = atWish(data);
    const told = toldText(data.told, occurredAt, data.atCustomersWish);
    const next = when(data.followedAt, occurredAt);
    const followed = data.calledOff
      ? { zh: '这次上门后被取消', en: 'it was called off' }
      : { zh: '又已改约', en: 'it was moved again' };
    return {
      zh: chinese`${by.zh}曾将上门改至${window.zh}，技术员${data.technician}${wish.zh}，原因：${quoted(data.reason)}${told.zh}；${next.zh}${followed.zh}。`,
      en: `${by.en} had moved the visit to ${window.en}, technician ${data.technician}${wish.en}: ${quoted(data.reason)}${told.en}; ${followed.en} at ${next.en}.`,
    };
  },
  VisitCancelled: ({ data, actor, occurredAt }) => {
    const by = who(actor);
    const told = toldText(data.told, occurredAt, data.atCustomersWish);
    const wish = where(data.atCustomersWish, '应客户要求', " at the customer's wish");
    return {
      zh: chinese`${by.zh}${wish.zh}取消这次上门：${quoted(data.reason)}${told.zh}。`,
      en: `${by.en} called the visit off${wish.en}: ${quoted(data.reason)}${told.en}.`,
    };
  },
  TechnicianAdded: ({ data, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}安排技术员${data.technician}一同上门。`,
      en: `${by.en} arranged for technician ${data.technician} to come along.`,
    };
  },
  TechnicianRemoved: ({ data, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}安排技术员${data.technician}不再参加这次上门，原因：${quoted(data.reason)}。`,
      en: `${by.en} took technician ${data.technician} off the visit: ${quoted(data.reason)}.`,
    };
  },
  VisitPrepared: ({ data, actor }) => {
    const by = who(actor);
    const ready = preparationText(data);
    return {
      zh: chinese`${by.zh}做好上门准备：${ready.zh}。`,
      en: `${by.en} prepared: ${ready.en}.`,
    };
  },
  TechnicianDeparted: ({ actor }) => {
    const by = who(actor);
    return { zh: chinese`${by.zh}出发。`, en: `${by.en} set out.` };
  },
  DelayNotified: ({ data, actor, occurredAt }, context) => {
    const by = who(actor);
    const arrival = when(data.newArrival, occurredAt);
    const wish = wishText(data.customerWishes);
    const urgent = emergencyText(data.newArrival, context);
    const apology = data.apologised
      ? { zh: '并道歉', en: 'and apologised' }
      : { zh: '，没有道歉', en: 'without an apology' };
    return {
      zh: chinese`${by.zh}通知客户将延误${apology.zh}，原因：${quoted(data.reason)}，预计${arrival.zh}到场${wish.zh}${urgent.zh}。`,
      en: `${by.en} told the customer of a delay ${apology.en}: ${quoted(data.reason)}; now expected ${onOrAt(arrival.en)}${wish.en}${urgent.en}.`,
    };
  },
  TechnicianArrived: ({ data, actor, occurredAt }, context) => {
    const by = who(actor);
    const time = punctuality(occurredAt, context.visit, data);
    const wish = wishText(data.customerWishes);
    const urgent = emergencyText(occurredAt, context);
    return {
      zh: chinese`${by.zh}到场${time.zh}${wish.zh}${urgent.zh}。`,
      en: `${by.en} arrived on site${time.en}${wish.en}${urgent.en}.`,
    };
  },
  NoShowRecorded: ({ data, actor }, { visit }) => {
    const by = who(actor);
    const whom = where(
      visit,
      chinese`技术员${visit?.technician}`,
      ` of technician ${visit?.technician}`,
    );
    const reason = where(
      data.reason,
      chinese`，原因：${quoted(data.reason)}`,
      `: ${quoted(data.reason)}`,
    );
    return {
      zh: chinese`${by.zh}记录${whom.zh}失约，没有上门${reason.zh}。`,
      en: `${by.en} recorded the no-show${whom.en}${reason.en}.`,
    };
  },
  NoShowCorrected: ({ data, occurredAt }) => {
    const noShow = when(data.noShowAt, occurredAt);
    return {
      zh: chinese`更正：技术员实际到过，${noShow.zh}所记的失约不成立。`,
      en: `Corrected: the technician did come, so the no-show recorded ${onOrAt(noShow.en)} was none.`,
    };
  },
  CrewNoShowRecorded: ({ data, actor }) => {
    const by = who(actor);
    const missed = data.ofReturn
      ? { zh: '本人没有按约定返回', en: 'who did not come back as agreed' }
      : { zh: '本人没有上门', en: 'who did not come' };
    const reason = where(
      data.reason,
      chinese`，原因：${quoted(data.reason)}`,
      `: ${quoted(data.reason)}`,
    );
    return {
      zh: chinese`${by.zh}记录技术员${data.technician}失约，${missed.zh}${reason.zh}。`,
      en: `${by.en} recorded the no-show of technician ${data.technician}, ${missed.en}${reason.en}.`,
    };
  },
  CrewNoShowCorrected: ({ data, occurredAt }, { visit }) => {
    const noShow = when(data.noShowAt, occurredAt);
    const { backs = [] } = visit ? wayOf(visit, data.technician) : {};
    const came = backs.some(({ noShowAt }) => noShowAt === data.noShowAt)
      ? { zh: '实际返回过', en: 'did come back' }
      : { zh: '实际到过', en: 'did come' };
    return {
      zh: chinese`更正：技术员${data.technician}${came.zh}，${noShow.zh}所记的本人失约不成立。`,
      en: `Corrected: technician ${data.technician} ${came.en}, so their no-show recorded ${onOrAt(noShow.en)} was none.`,
    };
  },
};

function atWish({ atCustomersWish, wishedLater }: Appointed): Bilingual {
  if (wishedLater !== undefined)
    return {
      zh: chinese`（客户要求此时段：${quoted(wishedLater)}）`,
      en: ` (the customer's own wish: ${quoted(wishedLater)})`,
    };
  return where(atCustomersWish, '（客户要求此时段）', " (the customer's own wish)");
}

type Appointed = Pick<VisitScheduled['data'], 'atCustomersWish' | 'wishedLater'>;
