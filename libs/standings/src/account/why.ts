import { chinese, list, quoted, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { levels, type Level } from '../domain/edition/clause.js';
import type { Counted, Explanation } from '../domain/standing/reckon.js';
import { counts, type CaseFile } from '../domain/standing.state.js';
import { inWords } from './measures-in-words.js';
import { signed } from './signed.js';

/**
 * Why a year stands as it does, a sentence for each number: `为什么是两次大过？` What is left of each level, what
 * three made one, which went against which, the points of each month, and which acts were taken over from paper.
 *
 * @param cases of the year; default: none of them is from paper
 */
export function why(
  explanation: Explanation,
  cases: readonly Pick<CaseFile, 'case' | 'status' | 'fromPaper'>[] = [],
): readonly Bilingual[] {
  const { net, offset, months, points } = explanation;
  return [
    ...levels.flatMap((level) => leftOf(level, net)),
    ...offset.map(({ reward, discipline }) => ({
      zh: chinese`${madeOf(reward).zh}抵${madeOf(discipline).zh}（D8）。`,
      en: `${madeOf(reward).en} offset ${madeOf(discipline).en} (D8).`,
    })),
    ...months.map((month) => ({
      zh: chinese`${Number(month.month.slice(5))}月：${signed(month.points)}分，${casesIn(month.of).zh}。`,
      en: `${month.month}: ${signed(month.points)} points, ${casesIn(month.of).en}.`,
    })),
    { zh: chinese`全年：${signed(points)}分。`, en: `The whole year: ${signed(points)} points.` },
    ...fromPaper(cases),
  ];
}

function fromPaper(
  cases: readonly Pick<CaseFile, 'case' | 'status' | 'fromPaper'>[],
): readonly Bilingual[] {
  const counting = cases.filter((file) => file.fromPaper && counts(file));
  const entries = [...new Set(counting.map(({ fromPaper: paper }) => paper!.entry))];
  return entries.map((entry) => {
    const of = counting.filter(({ fromPaper: paper }) => paper!.entry === entry);
    const { source, dated } = of[0]!.fromPaper!;
    const named = casesIn(of.map((file) => file.case));
    return {
      zh: chinese`${named.zh}录自纸面（期初第${entry}笔，${quoted(source)}，${dated}），已在纸面上处理。`,
      en: `${capital(named.en)} came from paper (opening entry ${entry}, ${quoted(source)}, ${dated}), where it was judged.`,
    };
  });
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function leftOf(level: Level, net: readonly Counted[]): readonly Bilingual[] {
  const left = net.filter((each) => each.level === level);
  if (left.length === 0) return [];
  const name = inWords([level]);
  const made = list(left.map(madeOf), { zh: '无', en: 'none' });
  return [
    {
      zh: chinese`${name.zh}${left.length}次：${made.zh}。`,
      en: `${name.en}: ${left.length}, that is ${made.en}.`,
    },
  ];
}

/** `第 3 案的记过`, or what it was converted from. */
function madeOf({ level, of }: Counted): Bilingual {
  const name = inWords([level]);
  const cases = casesIn(of);
  const lesser = inWords([level === 'major-merit' ? 'merit' : 'demerit']);
  const converted = where(
    of.length > 1,
    chinese`${cases.zh}的${of.length}次${lesser.zh}折为一次${name.zh}`,
    `the ${of.length} ${lesser.en}s of ${cases.en}, which make one ${name.en}`,
  );
  if (of.length > 1) return converted;
  return { zh: chinese`${cases.zh}的${name.zh}`, en: `the ${name.en} of ${cases.en}` };
}

function casesIn(of: readonly number[]): Bilingual {
  const numbers = of.join('、');
  return {
    zh: chinese`第${numbers}案`,
    en: `${of.length === 1 ? 'case' : 'cases'} ${of.join(', ')}`,
  };
}
