import { chinese, list, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { levels, type Level } from '../domain/edition/clause.js';
import type { Counted, Explanation } from '../domain/standing/reckon.js';
import { inWords } from './measures-in-words.js';

/**
 * Why a year stands as it does, a sentence for each number: `为什么是两次大过？` What is left of each level, what
 * three made one, which went against which, and the points of each month.
 */
export function why(explanation: Explanation): readonly Bilingual[] {
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
  ];
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

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
