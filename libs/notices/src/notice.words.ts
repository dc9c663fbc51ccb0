import { chinese, day, period, when, where } from '@app/audit/src/words/index.js';
import { instantOf, type Bilingual } from '@app/kernel';
import type { NoticeAbout } from './domain/notice.events.js';

const CLOCKS = {
  response: { zh: '到场', en: 'response' },
  restoration: { zh: '排除故障', en: 'restoration' },
} as const;

const TERMS = {
  acknowledge: { zh: '致歉', en: 'apologise to the customer' },
  answer: { zh: '答复客户', en: 'answer the customer' },
} as const;

const VERDICTS = {
  running: { zh: '尚未超时', en: 'it still runs' },
  met: { zh: '实为按时', en: 'it was met' },
  breached: { zh: '实为超时', en: 'it was not met' },
  ended: { zh: '工单先已结束，不作判定', en: 'the ticket ended before it' },
} as const;

/** What a notice says, without whom and of which ticket; of one of the stores all. */
export function wordsOf(about: NoticeAbout): Bilingual {
  switch (about.kind) {
    case 'rung-called':
      return {
        zh: chinese`紧急情况，呼叫第${about.rung}级“${about.name}”`,
        en: `an emergency calls rung ${about.rung}, “${about.name}”`,
      };
    case 'general-manager-called':
      return {
        zh: '紧急情况各级均未接手，呼叫总经理',
        en: 'nobody on the ladder took an emergency, which calls the general manager',
      };
    case 'visit-unassigned':
      return {
        zh: chinese`第${about.visit}次上门的技术员已被解雇，须另行安排`,
        en: `a technician of visit ${about.visit} was dismissed, and somebody else is to be found`,
      };
    case 'money-demanded':
      return {
        zh: chinese`第${about.visit}次上门收取的${about.amount}元逾期未上交，请立即上交`,
        en: `${about.amount} yuan that you collected on visit ${about.visit} are overdue: hand them over`,
      };
    case 'money-demand-withdrawn': {
      const nothing = about.rest === '0.00';
      const rest = nothing
        ? { zh: '，无须再交', en: ': nothing of it is demanded any more' }
        : {
            zh: chinese`，仍须上交${about.rest}元`,
            en: `: ${about.rest} yuan are still to be handed over`,
          };
      return {
        zh: chinese`第${about.visit}次上门${about.amount}元的催缴已撤回${rest.zh}`,
        en: `the demand of ${about.amount} yuan of visit ${about.visit} is withdrawn${rest.en}`,
      };
    }
    case 'stock-low': {
      const { sku, name, unit, quantity, minimum, leadDays } = about;
      const lead = where(
        leadDays,
        chinese`，订货约需${leadDays ?? 0}天`,
        `; an order takes ${leadDays} days`,
      );
      return {
        zh: chinese`物料${sku}（${name}）只剩${quantity}${unit}，低于最低库存${minimum}${lead.zh}`,
        en: `of material ${sku} (${name}) ${quantity} ${unit} are left, fewer than ${minimum}${lead.en}`,
      };
    }
    case 'complaint-assigned':
      return {
        zh: chinese`请调查投诉${about.complaint}`,
        en: `complaint ${about.complaint} is yours to investigate`,
      };
    case 'complaint-term-warned':
    case 'complaint-term-missed':
      return ofTheTerm(about);
    case 'contract-proposed': {
      const last = day(instantOf(about.until, '00:00'));
      return {
        zh: chinese`设备${about.unit}的保修期${last.zh}届满，请向业主提出维护合同`,
        en: `the warranty of unit ${about.unit} ends on ${last.en}: offer its owner a contract`,
      };
    }
    case 'visit-assigned': {
      const window = period(about.window);
      return {
        zh: chinese`安排第${about.visit}次上门，${window.zh}`,
        en: `visit ${about.visit} is to be made, ${window.en}`,
      };
    }
    case 'visit-given-up':
      return {
        zh: chinese`第${about.visit}次上门不用去了`,
        en: `visit ${about.visit} is no longer yours to make`,
      };
    case 'sla-warned':
    case 'sla-breached':
      return ofTheTime(about.kind, CLOCKS[about.clock], when(about.due));
    case 'sla-corrected': {
      const [clock, verdict] = [CLOCKS[about.clock], VERDICTS[about.verdict]];
      return {
        zh: chinese`更正：${clock.zh}${verdict.zh}`,
        en: `a correction of the ${clock.en} time: ${verdict.en}`,
      };
    }
  }
}

function ofTheTerm({
  kind,
  complaint,
  term,
  due,
}: Extract<NoticeAbout, { term: string }>): Bilingual {
  const [{ zh, en }, at] = [TERMS[term], when(due)];
  return kind === 'complaint-term-warned'
    ? {
        zh: chinese`提醒：投诉${complaint}须于${at.zh}前${zh}`,
        en: `a warning: the term to ${en} of complaint ${complaint} runs out on ${at.en}`,
      }
    : {
        zh: chinese`投诉${complaint}未按期${zh}，期限为${at.zh}`,
        en: `the term to ${en} of complaint ${complaint} ran out on ${at.en}`,
      };
}

function ofTheTime(
  kind: 'sla-warned' | 'sla-breached',
  clock: Bilingual,
  due: Bilingual,
): Bilingual {
  return kind === 'sla-warned'
    ? {
        zh: chinese`提醒：${clock.zh}时限将于${due.zh}届满`,
        en: `a warning: the ${clock.en} time runs out on ${due.en}`,
      }
    : {
        zh: chinese`${clock.zh}时限${due.zh}已过`,
        en: `the ${clock.en} time ran out on ${due.en}`,
      };
}
