import { chinese, length, quoted, when, where } from '@app/audit/src/words/index.js';
import { meetsDaily, type Bilingual, type Instant, type Span } from '@app/kernel';
import type { TechnicianArrived } from '../../domain/ticket/ticket.events.js';
import type { Told } from '../../domain/ticket/ticket.values.js';
import type { Promised } from '../../domain/visit/new-hour.js';
import { isDueBack, returnOf } from '../../domain/visit/own-return.js';
import type { Visit } from '../../domain/visit/visit.state.js';
import type { SentenceContext } from '../sentence-context.js';

const CHANNELS = {
  phone: { zh: '电话', en: 'by phone' },
  message: { zh: '短信', en: 'by message' },
  'in-person': { zh: '当面', en: 'in person' },
} as const;

/**
 * How, when and by whom the customer was told; nothing where nobody told them. What they asked for
 * themself was settled with them then.
 */
export function toldText(
  told: Told | undefined,
  occurredAt: Instant,
  atCustomersWish = false,
): Bilingual {
  if (!told) return where(false, '', '');
  const channel = CHANNELS[told.channel];
  const at = when(told.at, occurredAt);
  if (atCustomersWish) {
    return {
      zh: chinese`；${at.zh}${channel.zh}与客户说定（${told.by}）`,
      en: `; settled with the customer ${channel.en} at ${at.en} (${told.by})`,
    };
  }
  const apology = told.apologised
    ? { zh: '并致歉', en: ', with an apology' }
    : { zh: '，未致歉', en: ', without an apology' };
  return {
    zh: chinese`；${told.by}于${at.zh}${channel.zh}告知客户${apology.zh}`,
    en: `; ${told.by} told the customer ${channel.en} at ${at.en}${apology.en}`,
  };
}

/** The customer's own words, where they want to be disturbed. */
export function wishText(customerWishes: string | undefined): Bilingual {
  return where(
    customerWishes,
    chinese`（客户的意思：${quoted(customerWishes)}）`,
    ` (the customer's own wish: ${quoted(customerWishes)})`,
  );
}

/**
 * Said where an emergency is why somebody comes, works or goes on in the customer's rest or meal hours,
 * or is to (V19).
 */
export function emergencyText(at: Instant | Span, { ticket }: SentenceContext): Bilingual {
  const span = typeof at === 'string' ? { from: at, until: at } : at;
  const urgent = ticket?.emergency && ticket.quietHours.some((daily) => meetsDaily(span, daily));
  return where(
    urgent,
    '（紧急情况，不受休息和用餐时间限制）',
    ' (an emergency, to which rest and meal hours do not apply)',
  );
}

/**
 * How the arrival stood to the window, and to a notice given in time; of somebody who comes back, to the
 * hour agreed for it.
 */
export function punctuality(
  arrivedAt: Instant,
  visit: Visit | undefined,
  { technician = visit?.technician ?? '', agreedEarlier }: Coming,
): Bilingual {
  const promise = visit && promisedTo(visit, technician, arrivedAt);
  if (!promise) return where(false, '', '');
  const { window } = promise;
  if (arrivedAt < window.from) {
    const early = length({ from: arrivedAt, until: window.from });
    return agreedEarlier
      ? {
          zh: chinese`，比约定时间早${early.zh}，已征得客户同意`,
          en: `, ${early.en} earlier than agreed, which the customer had been asked`,
        }
      : {
          zh: chinese`，比约定时间早${early.zh}，未征得客户同意`,
          en: `, ${early.en} earlier than agreed, without asking the customer`,
        };
  }
  return lateText(arrivedAt, promise);
}

function lateText(arrivedAt: Instant, { window, expectedBy, delay }: Promised): Bilingual {
  if (arrivedAt <= window.until) return { zh: '，在约定时间之内', en: ', within the agreed time' };
  const by = length({ from: window.until, until: arrivedAt });
  const late = { zh: chinese`，比约定时间晚${by.zh}`, en: `, ${by.en} later than agreed` };
  if (arrivedAt <= expectedBy) {
    return {
      zh: chinese`${late.zh}，已在约定时间之内通知客户`,
      en: `${late.en}; the customer had been told in time`,
    };
  }
  if (expectedBy > window.until) {
    const beyond = length({ from: expectedBy, until: arrivedAt });
    return {
      zh: chinese`${late.zh}，比通知客户的时间晚${beyond.zh}`,
      en: `${late.en}, and ${beyond.en} later than the time the customer had been told`,
    };
  }
  return delay
    ? {
        zh: chinese`${late.zh}，未在约定时间内就此通知客户`,
        en: `${late.en}; not covered by a notice in time`,
      }
    : { zh: chinese`${late.zh}，事先未通知客户`, en: `${late.en}; the customer had not been told` };
}

type Coming = Pick<TechnicianArrived['data'], 'technician' | 'agreedEarlier'>;

/** What the customer had been told of whoever comes, or comes back; nothing where they had left for good. */
function promisedTo(visit: Visit, person: string, at: Instant): Promised | undefined {
  const agreed = returnOf(visit, person, at);
  if (agreed && !isDueBack(visit, person)) return undefined;
  const back = agreed ?? (visit.status === 'away' ? visit.suspension : undefined);
  if (!back) return visit;
  const { resumeAt: from, returnBy: until } = back;
  return { window: { from, until }, expectedBy: until };
}
