import type { FindingDetail } from '@app/findings';
import { findingText, foundUnder } from '@app/findings/src/account/index.js';
import type { Bilingual } from '@app/kernel';
import { found } from '../domain/ticket/found.js';
import type { FoundAt } from '../domain/visit/at-visit.js';
import { everOn } from '../domain/visit/crew.js';
import { readyOf } from '../domain/visit/own-way.js';
import type { Visit } from '../domain/visit/visit.state.js';
import type { SentenceContext } from './sentence-context.js';

/** What of the preparation each of these findings misses. */
const PREPARATION: Readonly<Record<string, Bilingual>> = {
  'parts-not-listed': { zh: '备件清单', en: 'list of parts' },
  'badge-missing': { zh: '上岗证', en: 'badge' },
  'uniform-missing': { zh: '工作服', en: 'uniform' },
  'tools-not-listed': { zh: '工具清单', en: 'list of tools' },
};

/** What somebody in the office did or failed to do. */
const OFFICE: ReadonlySet<string> = new Set([
  'change-not-announced',
  'change-told-late',
  'change-recorded-late',
  'tool-recorded-after-use',
]);

/** What whoever is on a visit may fail to do, and whoever in the office changes its appointment. */
const EITHER: ReadonlySet<string> = new Set(['delay-without-apology']);

/**
 * What a finding of a ticket is about. Of a visit whose preparation nobody put down it says only that,
 * not what the technician wore.
 */
export function ticketFindingText(
  detail: FindingDetail<FoundAt>,
  { visit }: SentenceContext,
): Bilingual {
  const ready = visit && readyOf(visit, detail.person ?? visit.technician);
  const unknown = ready ? undefined : unrecorded(detail.code);
  const role = isOfOffice(detail, visit) ? undefined : 'technician';
  const says = unknown ?? foundUnder(found, detail.code);
  const by = byCalendar(detail);
  return findingText(detail, { zh: says.zh + by.zh, en: says.en + by.en }, role);
}

function isOfOffice({ code, person }: FindingDetail<FoundAt>, visit: Visit | undefined): boolean {
  if (!EITHER.has(code)) return OFFICE.has(code);
  return visit !== undefined && person !== undefined && !everOn(visit).includes(person);
}

/** On a day off: by which calendar it is one (V19). */
function byCalendar({ calendar }: FoundAt): Bilingual {
  if (!calendar) return { zh: '', en: '' };
  const { year, edition } = calendar;
  return {
    zh: `，按 ${year} 年工作日历第 ${edition} 版为休息日`,
    en: `, a day off by edition ${edition} of the working calendar of ${year}`,
  };
}

function unrecorded(code: string): Bilingual | undefined {
  const what = PREPARATION[code];
  return (
    what && {
      zh: `未登记上门准备（${what.zh}）`,
      en: `the preparation was not recorded (${what.en})`,
    }
  );
}
