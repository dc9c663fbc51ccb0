import { chinese, list, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { articleTitle } from '@app/policy';
import { signed } from './signed.js';

/** What of a sheet is told. */
interface Told {
  readonly points: number;
  readonly hours: string;
  readonly quota: string | null;
  readonly quotaPercent: string | null;
  readonly clocks: Share;
  readonly firstVisits: Share;
  readonly content: Share;
  readonly rating: string | null;
  readonly entries: readonly Entry[];
  readonly takenOff: readonly { readonly entry: Entry }[];
}

interface Share {
  readonly count: number;
  readonly of: number;
}

interface Entry {
  readonly kind: string;
  readonly what: string | null;
  readonly article: string | null;
  readonly amount: string;
  readonly stream: string;
}

/** A month's appraisal in words, a sentence for each number (R13); findings with their articles. */
export function sheetInWords(sheet: Told): readonly Bilingual[] {
  const { points, hours, quota, quotaPercent, clocks, firstVisits, content, rating } = sheet;
  const asked = where(quota, chinese`，定额${quota ?? ''}小时`, ` of a quota of ${quota}`);
  const share = where(quotaPercent, chinese`，完成${quotaPercent ?? ''}%`, `, ${quotaPercent} %`);
  const given = where(
    rating,
    chinese`；签字评分平均${rating ?? ''}分`,
    `; as they signed, customers gave ${rating} of 5 on average`,
  );
  return [
    {
      zh: chinese`当月考核${signed(points)}分（D8）。`,
      en: `Points of the month: ${signed(points)} (D8).`,
    },
    {
      zh: chinese`工时${hours}小时${asked.zh}${share.zh}。`,
      en: `Hours: ${hours}${asked.en}${share.en}.`,
    },
    {
      zh: chinese`响应与排除时限${clocks.of}项，做到${clocks.count}项（B2）。`,
      en: `Response and restoration times kept: ${clocks.count} of ${clocks.of} (B2).`,
    },
    {
      zh: chinese`修复工单${firstVisits.of}张，首次上门修复${firstVisits.count}张。`,
      en: `Repaired on the first visit: ${firstVisits.count} of ${firstVisits.of}.`,
    },
    {
      zh: chinese`回访${content.of}次，满意${content.count}次（R6）${given.zh}。`,
      en: `Follow-ups to which the customer was content: ${content.count} of ${content.of} (R6)${given.en}.`,
    },
    ...findingsInWords(sheet),
    ...complaintsInWords(sheet),
    ...paperInWords(sheet),
  ];
}

const OF_PAPER: Readonly<Record<string, Bilingual>> = {
  'paper-target': { zh: '指标', en: 'asked' },
  'paper-result': { zh: '结果', en: 'result' },
};
const FIGURES: Readonly<Record<string, Bilingual>> = {
  sales: { zh: '销售额', en: 'sales' },
  quota: { zh: '工时定额', en: 'hours of quota' },
  'basic-hours': { zh: '基本工时', en: 'basic hours' },
};

/** What was taken over from paper stands beside what was found here. */
function paperInWords({ entries }: Told): readonly Bilingual[] {
  const said = entries.flatMap(({ kind, what, amount }): Bilingual[] => {
    const [part, figure] = [OF_PAPER[kind], FIGURES[what ?? '']];
    if (!part || !figure) return [];
    return [
      {
        zh: chinese`${figure.zh}${part.zh}${amount}`,
        en: `${figure.en} ${part.en} ${amount}`,
      },
    ];
  });
  if (said.length === 0) return [];
  const told = list(said, { zh: '无', en: 'none' });
  return [{ zh: chinese`纸面移交：${told.zh}。`, en: `Taken over from paper: ${told.en}.` }];
}

function findingsInWords({ entries, takenOff }: Told): readonly Bilingual[] {
  const upheld = entries.filter(isFinding);
  const gone = takenOff.map(({ entry }) => entry).filter(isFinding);
  const on = list(upheld.map(inWords), { zh: '无', en: 'none' });
  const off = list(gone.map(inWords), { zh: '无', en: 'none' });
  return [
    {
      zh: chinese`认定的偏差${upheld.length}项：${on.zh}。`,
      en: `Findings upheld: ${upheld.length}, ${on.en}.`,
    },
    ...(gone.length === 0
      ? []
      : [
          {
            zh: chinese`曾认定、现已不计的偏差${gone.length}项：${off.zh}。`,
            en: `Findings that were upheld and count no more: ${gone.length}, ${off.en}.`,
          },
        ]),
  ];
}

/** The complaint by its number alone: who is complained of does not read it. */
function complaintsInWords({ entries, takenOff }: Told): readonly Bilingual[] {
  const upheld = entries.filter(isComplaint);
  const gone = takenOff.map(({ entry }) => entry).filter(isComplaint);
  const none = { zh: '无', en: 'none' };
  const [on, off] = [list(upheld.map(numberOf), none), list(gone.map(numberOf), none)];
  return [
    ...(upheld.length === 0
      ? []
      : [
          {
            zh: chinese`投诉属实、无条款可适用而转公司《员工奖惩制度》${upheld.length}项（R9）：${on.zh}。`,
            en: `Points of complaints that were upheld and left to the general staff rules: ${upheld.length}, ${on.en} (R9).`,
          },
        ]),
    ...(gone.length === 0
      ? []
      : [
          {
            zh: chinese`曾认定属实、现已不计的投诉${gone.length}项：${off.zh}。`,
            en: `Points of complaints that were upheld and count no more: ${gone.length}, ${off.en}.`,
          },
        ]),
  ];
}

function isComplaint({ kind }: Entry): boolean {
  return kind === 'complaint';
}

function numberOf({ stream }: Entry): Bilingual {
  const named = stream.slice(stream.indexOf('-') + 1);
  return { zh: named, en: named };
}

function isFinding({ kind }: Entry): boolean {
  return kind === 'finding';
}

function inWords({ article, stream }: Entry): Bilingual {
  const named = article ?? '';
  return {
    zh: chinese`[${named}]${articleTitle(named, 'zh')}（${stream}）`,
    en: `[${named}] ${articleTitle(named, 'en')} (${stream})`,
  };
}
