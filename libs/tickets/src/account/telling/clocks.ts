import {
  chinese,
  duration,
  hoursText,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual, Instant } from '@app/kernel';
import type {
  ClockEvent,
  EventNamed,
  PauseReason,
  Reading,
  Verdict,
  WorkingTerms,
} from '../../domain/clocks/clock.events.js';
import type { SlaClock } from '../../domain/ticket/ticket.values.js';
import type { Sentences } from '../sentence-context.js';

const CLOCKS: Readonly<Record<SlaClock, Bilingual>> = {
  response: { zh: '到场', en: 'response' },
  restoration: { zh: '排除故障', en: 'restoration' },
};

const DUE: Readonly<Record<SlaClock, string>> = {
  response: 'A technician is due on site',
  restoration: 'Service is due to be restored',
};

const WHY: Readonly<Record<PauseReason, Bilingual>> = {
  'work-suspended': {
    zh: '因客户方原因中断维修',
    en: "work is interrupted on the customer's side",
  },
  'customers-wish': { zh: '客户要求推迟上门', en: 'the customer wants nobody sooner' },
  'customer-absent': { zh: '客户不在', en: 'the customer was not there' },
};

const VERDICTS: Readonly<Record<Verdict, Bilingual>> = {
  running: { zh: '仍在计时', en: 'it still runs' },
  met: { zh: '按时', en: 'it was met' },
  breached: { zh: '超时', en: 'it was not met' },
  ended: { zh: '工单先已结束，不作判定', en: 'the ticket ended before it, so there is no verdict' },
};

/** What is said of the response times. */
export const clockSentences: Sentences<ClockEvent['type']> = {
  SlaDeadlineSet: ({ data, occurredAt, actor }) => {
    const clock = CLOCKS[data.clock];
    const due = dueText(data, occurredAt);
    const within = duration(data.minutes);
    const hours = workingText(data.working);
    const extra = pausedText(data);
    const terms =
      data.terms === 'default'
        ? { zh: '服务标准', en: 'the house standard' }
        : { zh: data.terms, en: data.terms };
    const by = who(actor);
    const decided = where(
      data.reason,
      chinese`，由${by.zh}决定改用，原因：${quoted(data.reason)}`,
      `; ${by.en} decided so: ${quoted(data.reason)}`,
    );
    return {
      zh: chinese`${clock.zh}时限为${due.zh}（依${terms.zh}，${within.zh}${hours.zh}${extra.zh}${decided.zh}）。`,
      en: `${DUE[data.clock]} by ${due.en} (under ${terms.en}: ${within.en}${hours.en}${extra.en}${decided.en}).`,
    };
  },
  SlaPaused: ({ data: { clock, pause, remaining }, occurredAt }) => {
    const why = WHY[pause.why];
    const words = where(pause.words, chinese`：${quoted(pause.words)}`, `: ${quoted(pause.words)}`);
    const until = untilText(pause.until, occurredAt);
    const left = duration(Math.max(0, remaining));
    return {
      zh: chinese`${CLOCKS[clock].zh}时限暂停（${why.zh}${words.zh}），${until.zh}，尚余${left.zh}。`,
      en: `The ${CLOCKS[clock].en} clock stands still (${why.en}${words.en}) ${until.en}; ${left.en} left.`,
    };
  },
  SlaResumed: ({ data, occurredAt }) => {
    const clock = CLOCKS[data.clock];
    const due = dueText(data, occurredAt);
    const extra = pausedText(data);
    return {
      zh: chinese`${clock.zh}时限恢复计时，至${due.zh}${extra.zh}。`,
      en: `The ${clock.en} clock runs again, until ${due.en}${extra.en}.`,
    };
  },
  SlaWarned: ({ data, occurredAt }) => {
    const clock = CLOCKS[data.clock];
    const due = dueText(data, occurredAt);
    return {
      zh: chinese`提醒：${clock.zh}时限将于${due.zh}届满。`,
      en: `A warning: the ${clock.en} time runs out at ${due.en}.`,
    };
  },
  SlaMet: ({ data, occurredAt }) => {
    const clock = CLOCKS[data.clock];
    const due = dueText(data, occurredAt);
    return {
      zh: chinese`${clock.zh}按时（时限${due.zh}）。`,
      en: `The ${clock.en} time was kept (it ran until ${due.en}).`,
    };
  },
  SlaBreached: ({ data, occurredAt }) => {
    const clock = CLOCKS[data.clock];
    const due = when(data.due, occurredAt);
    const extra = pausedText(data);
    return {
      zh: chinese`${clock.zh}时限${due.zh}已过${extra.zh}。`,
      en: `The ${clock.en} time ran out at ${due.en}${extra.en}.`,
    };
  },
  SlaCorrected: ({ data, occurredAt }) => {
    const clock = CLOCKS[data.clock];
    const verdict = VERDICTS[data.verdict];
    const was = namedText(data.corrects, occurredAt);
    const shown = when(data.shownBy.occurredAt, occurredAt);
    const due = dueText(data, occurredAt);
    return {
      zh: chinese`更正${was.zh}对${clock.zh}时限的判定：据补报的${shown.zh}的情况，${verdict.zh}（时限${due.zh}）。`,
      en: `What was said of the ${clock.en} time at ${was.en} is corrected: by what was told of ${shown.en}, ${verdict.en} (it runs until ${due.en}).`,
    };
  },
};

/** When it is due, or that nobody can tell yet. */
function dueText({ due, awaits }: Pick<Reading, 'due' | 'awaits'>, near: Instant): Bilingual {
  if (awaits === undefined) return when(due, near);
  return {
    zh: chinese`${awaits}年工作日历公布后所定的时刻`,
    en: `the time that the working calendar of ${awaits} gives once it is published`,
  };
}

function workingText(working: WorkingTerms | undefined): Bilingual {
  if (!working) return { zh: '', en: '' };
  const hours = hoursText(working.hours);
  const years = working.years.map(({ year, edition }) => ({
    zh: chinese`${year}年第${edition}版`,
    en: `of ${year}, edition ${edition}`,
  }));
  const zh = years.map((each) => each.zh).join('、');
  const en = years.map((each) => each.en).join(', ');
  return {
    zh: chinese`，只计服务时段（${hours.zh}）${zh && chinese`，按工作日历${zh}`}`,
    en: ` within the hours of working days (${hours.en})${en && ` by the working calendar ${en}`}`,
  };
}

function pausedText({ paused }: Reading): Bilingual {
  const length = duration(paused);
  return where(
    paused > 0,
    chinese`，另加客户方原因暂停的${length.zh}`,
    `, plus ${length.en} of pauses on the customer's side`,
  );
}

function untilText(until: Instant | null, near: Instant): Bilingual {
  if (until === null) return { zh: '待另约时间', en: 'until a new appointment' };
  const agreed = when(until, near);
  return { zh: chinese`至${agreed.zh}`, en: `until ${agreed.en}` };
}

function namedText({ occurredAt }: EventNamed, near: Instant): Bilingual {
  return when(occurredAt, near);
}
