import { instant, type Instant, type LocalTime } from '@app/kernel';
import type { PageOf } from '@app/http';
import { Centre } from './centre.js';

/** Who verifies, proposes and decides. */
export const MANAGER = 'ma-guoqiang';

/** A time of a day in March 2026, whose second is a Monday. */
export function march(day: number, time: LocalTime): Instant {
  return instant(`2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`);
}

/** A centre on the morning of Monday, 2 March 2026, where document 2 is in force. */
export async function judgedCentre(): Promise<Centre> {
  const centre = await Centre.open(march(2, '08:00'));
  await centre.hire(MANAGER, 'general-manager', 'office');
  for (const year of ['2026', '2027'])
    await centre.done(MANAGER, 'calendar', {
      ...{ year, edition: 1, restDays: [6, 7], holidays: [], makeUpDays: [] },
    });
  const edition = { edition: '2026.1' };
  await centre.done('supervisor', 'editions/document-2/draft-edition', edition);
  const approve = 'editions/document-2/approve-edition';
  await centre.done(MANAGER, approve, edition, { 'If-Match': '"1"' });
  await centre.until(march(2, '08:30'));
  return centre;
}

interface Case {
  readonly number: number;
  readonly article: string;
  readonly clause: string;
  readonly status: string;
}

/** Somebody's cases of the year, from the first on: `D22.shortage open`. */
export async function casesOf(centre: Centre, employee: string): Promise<readonly string[]> {
  const path = `discipline-cases?year=2026&employee=${employee}`;
  const { items } = await centre.read<PageOf<Case>>(MANAGER, path);
  return items
    .toSorted((a, b) => a.number - b.number)
    .map(({ article, clause, status }) => `${article}.${clause} ${status}`);
}

/** A step of a case of the year. */
export async function judge(
  centre: Centre,
  [employee, number]: readonly [employee: string, number: number],
  command: string,
  data: object = {},
): Promise<void> {
  const by = command === 'hear-employee' ? employee : MANAGER;
  const body = { year: '2026', case: number, ...data };
  await centre.done(by, `standings/${employee}/${command}`, body);
}
