import {
  chinese,
  duration,
  hoursText,
  money,
  plainAccount,
  plural,
  quoted,
  where,
  who,
} from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import { instantOf, type Bilingual, type LocalDate } from '@app/kernel';
import { day } from '@app/audit/src/words/index.js';
import type { ContractEvent } from './domain/contract.events.js';
import type { NotDone, RoundId } from './domain/contract.values.js';
import { found } from './domain/found.js';
import type { Terms } from './domain/terms.js';

const KINDS = {
  warranty: { zh: '保修条款', en: 'warranty terms' },
  maintenance: { zh: '维护合同', en: 'maintenance contract' },
} as const;

const NOT_DONE: Readonly<Record<NotDone, Bilingual>> = {
  cancelled: { zh: '已取消', en: 'was cancelled' },
  declined: { zh: '因客户不再需要而结束', en: 'ended as the customer no longer wants it' },
  unrepairable: { zh: '因产品无法修复而结束', en: 'ended as the product cannot be repaired' },
  'not-signed': { zh: '因客户未签字而结束', en: 'ended as the customer signed nothing' },
  'no-access': { zh: '因无人在场而结束', en: 'ended as nobody was there' },
  'refused-service': { zh: '因客户拒绝服务而结束', en: 'ended as the customer let nobody begin' },
  reopened: { zh: '已重新打开', en: 'was reopened' },
};

/** How a contract's history is told in plain words. */
export const contractAccount = plainAccount<ContractEvent>({
  ContractDrafted: ({ data: { customer, kind, from, until, terms }, actor }) => ({
    zh: chinese`${who(actor).zh}为客户${customer}拟定${KINDS[kind].zh}，自${date(from).zh}至${date(until).zh}：${termsText(terms).zh}。`,
    en: `${who(actor).en} drafted ${KINDS[kind].en} for customer ${customer}, from ${date(from).en} until ${date(until).en}: ${termsText(terms).en}.`,
  }),
  DraftRevised: ({ data: { terms, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}修改草案（${quoted(reason)}）：${termsText(terms).zh}。双方须重新签署。`,
    en: `${who(actor).en} revised the draft (${quoted(reason)}): ${termsText(terms).en}. Both have to sign it anew.`,
  }),
  ContractSigned: ({ data: { party, by }, actor }) =>
    party === 'centre'
      ? {
          zh: chinese`${who(actor).zh}代表服务中心签署。`,
          en: `${who(actor).en} signed it for the service centre.`,
        }
      : {
          zh: chinese`客户方由${quoted(by)}签署（${who(actor).zh}录入）。`,
          en: `${quoted(by)} signed it for the customer (put down by ${who(actor).en}).`,
        },
  ContractConcluded: ({ data: { from, until } }) => ({
    zh: chinese`双方均已签署，合同成立，自${date(from).zh}至${date(until).zh}（含当日）有效。`,
    en: `Both have signed it: it holds from ${date(from).en} until ${date(until).en}, included.`,
  }),
  ContractAmended: ({ data: { from, terms, by, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}与客户方${quoted(by)}变更合同，自${date(from).zh}起（${quoted(reason)}）：${termsText(terms).zh}。`,
    en: `${who(actor).en} and ${quoted(by)} of the customer amended it with effect from ${date(from).en} (${quoted(reason)}): ${termsText(terms).en}.`,
  }),
  ContractRenewed: ({ data: { from, until, terms, by }, actor }) => ({
    zh: chinese`${who(actor).zh}与客户方${quoted(by)}续签，自${date(from).zh}至${date(until).zh}：${termsText(terms).zh}。`,
    en: `${who(actor).en} and ${quoted(by)} of the customer renewed it from ${date(from).en} until ${date(until).en}: ${termsText(terms).en}.`,
  }),
  ContractTerminated: ({ data: { on, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}提前终止合同，最后一日为${date(on).zh}：${quoted(reason)}。`,
    en: `${who(actor).en} ended it before its time, with ${date(on).en} as its last day: ${quoted(reason)}.`,
  }),
  ContractEnded: ({ data: { on } }) => ({
    zh: chinese`合同于${date(on).zh}期满。`,
    en: `It ended with ${date(on).en}.`,
  }),
  MaintenancePlanned: ({ data: { rounds, dropped, awaits } }) => {
    const gone = where(
      dropped.length > 0,
      chinese`，取消${dropped.length}次`,
      `, and dropped ${dropped.length}`,
    );
    const waits = where(
      awaits,
      chinese`；其余待${awaits}年工作日历公布`,
      `; the rest waits for the working calendar of ${awaits}`,
    );
    return {
      zh: chinese`按工作日历排定定期维护${rounds.length}次${gone.zh}${waits.zh}。`,
      en: `Planned ${plural(rounds.length, 'round')} of maintenance by the working calendar${gone.en}${waits.en}.`,
    };
  },
  MaintenanceMoved: ({ data: { was, day: to, reason, ...id }, actor }) => ({
    zh: chinese`${who(actor).zh}将${roundText(id).zh}由${date(was).zh}改到${date(to).zh}：${quoted(reason)}。`,
    en: `${who(actor).en} moved ${roundText(id).en} from ${date(was).en} to ${date(to).en}: ${quoted(reason)}.`,
  }),
  MaintenanceOpened: ({ data: { ticket, day: on, ...id } }) => ({
    zh: chinese`为${roundText(id).zh}（定于${date(on).zh}）自动开立工单${ticket}。`,
    en: `Opened ticket ${ticket} for ${roundText(id).en}, which is due on ${date(on).en}.`,
  }),
  MaintenanceDone: ({ data: { ticket, late, ...id } }) => {
    const time = where(late, '，已逾期', ', late');
    return {
      zh: chinese`${roundText(id).zh}已完成（工单${ticket}）${time.zh}。`,
      en: `${roundText(id).en} was done (ticket ${ticket})${time.en}.`,
    };
  },
  MaintenanceOwed: ({ data: { ticket, why, ...id } }) => ({
    zh: chinese`工单${ticket}${NOT_DONE[why].zh}，${roundText(id).zh}仍未完成。`,
    en: `Ticket ${ticket} ${NOT_DONE[why].en}: ${roundText(id).en} is still owed.`,
  }),
  MaintenanceCarriedOver: ({ data: { day: was, ...id } }) => ({
    zh: chinese`${roundText(id).zh}到${date(was).zh}未完成，结转待办。`,
    en: `${roundText(id).en} was not done by ${date(was).en}, and is carried over.`,
  }),
  RetrainingAsked: ({ data: { change, charged }, actor }) => {
    const cost = charged
      ? { zh: '合同未含，另行收费', en: 'at a charge, as the contract does not include it' }
      : { zh: '合同已含，不另收费', en: 'without charge, as the contract includes it' };
    return {
      zh: chinese`${who(actor).zh}登记业主操作人员变动（${quoted(change)}），须重新培训；${cost.zh}。`,
      en: `${who(actor).en} put down that the owner’s operators have changed (${quoted(change)}): they are to be trained, ${cost.en}.`,
    };
  },
  ...findingSentences(found),
});

function date(on: LocalDate): Bilingual {
  return day(instantOf(on, '12:00'));
}

function roundText({ plan, round }: RoundId): Bilingual {
  return {
    zh: chinese`维护计划${plan}的${date(round).zh}这一次`,
    en: `the round of ${date(round).en} of maintenance plan ${plan}`,
  };
}

function termsText({ response, restoration, hours = [], maintenance, emergency, price }: Terms) {
  const within = hoursText(hours);
  const counted = where(
    hours.length > 0,
    `（只计工作日历中工作日的 ${within.zh}）`,
    ` (counting ${within.en} of working days alone)`,
  );
  const clause = emergency
    ? { zh: '含紧急条款', en: 'with an emergency clause' }
    : { zh: '没有紧急条款', en: 'without an emergency clause' };
  const [come, gone, cost] = [duration(response), duration(restoration), money(price)];
  return {
    zh: chinese`${come.zh}内到场，${gone.zh}内排除故障${counted.zh}，定期维护${maintenance.length}项，${clause.zh}，价款${cost.zh}`,
    en: `on site within ${come.en}, the fault gone within ${gone.en}${counted.en}, ${plural(maintenance.length, 'maintenance plan')}, ${clause.en}, at ${cost.en}`,
  };
}
