import type { Bilingual, WorkingHours } from '@app/kernel';

const DAYS: readonly Bilingual[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];

/** `周一至周五 08:30–12:00`, or `工作日 08:30–12:00` where all days have the same; all in the order in which they are stated. */
export function hoursText(hours: readonly WorkingHours[]): Bilingual {
  const each = hours.map(({ days, from, until }) => {
    const on = daysText(days);
    const span = `${from}–${until === '00:00' ? '24:00' : until}`;
    return { zh: `${on.zh} ${span}`, en: `${on.en} ${span}` };
  });
  return {
    zh: each.map(({ zh }) => zh).join('、'),
    en: each.map(({ en }) => en).join(', '),
  };
}

function daysText(days: readonly number[] | undefined): Bilingual {
  if (days === undefined) return { zh: '工作日', en: 'working days' };
  const sorted = [...days].sort((a, b) => a - b);
  const named = sorted.map((day) => DAYS[day - 1]!);
  const [first, last] = [named[0]!, named.at(-1)!];
  const inARow = sorted.at(-1)! - sorted[0]! === sorted.length - 1;
  return sorted.length > 2 && inARow
    ? { zh: `${first.zh}至${last.zh}`, en: `${first.en} to ${last.en}` }
    : {
        zh: named.map(({ zh }) => zh).join('、'),
        en: named.map(({ en }) => en).join(' and '),
      };
}
