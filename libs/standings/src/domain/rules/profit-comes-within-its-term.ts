import { localDate, type Instant, type LocalDate } from '@app/kernel';
import { rule, type ArticleId } from '@app/policy';

/** D9, D10: 一年内, from the day of the adoption up to and with the same day of the next year. */
export const profitComesWithinItsTerm = (article: ArticleId) =>
  rule<{ readonly adoptedAt: Instant; readonly reachedAt: Instant; readonly months: number }>(
    article,
    'profit-too-late',
    { zh: '获利不在采用后的期限内', en: 'the profit did not come within the term' },
    ({ adoptedAt, reachedAt, months }) =>
      reachedAt < adoptedAt || localDate(reachedAt) > plusMonths(localDate(adoptedAt), months),
  );

/** The same day so many months on; the last of that month where it has none, as 29 February. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}
