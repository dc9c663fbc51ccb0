import type { FindingDetail } from '@app/findings';
import { findingText, foundUnder } from '@app/findings/src/account/index.js';
import type { Bilingual } from '@app/kernel';
import { found } from '../domain/ticket/found.js';
import type { SentenceContext } from './sentence-context.js';

/** What of the preparation each of these findings misses. */
const PREPARATION: Readonly<Record<string, Bilingual>> = {
  'parts-not-listed': { zh: '备件清单', en: 'list of parts' },
  'badge-missing': { zh: '上岗证', en: 'badge' },
  'uniform-missing': { zh: '工作服', en: 'uniform' },
  'tools-not-listed': { zh: '工具清单', en: 'list of tools' },
};

/** What somebody in the office did or failed to do. */
const OFFICE: ReadonlySet<string> = new Set(['change-not-announced', 'change-told-late']);

/**
 * What a finding of a ticket is about. Of a visit whose preparation nobody put down it says only that,
 * not what the technician wore.
 */
export function ticketFindingText(detail: FindingDetail, { visit }: SentenceContext): Bilingual {
  const unknown = visit?.ready ? undefined : unrecorded(detail.code);
  const role = OFFICE.has(detail.code) ? undefined : 'technician';
  return findingText(detail, unknown ?? foundUnder(found, detail.code), role);
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
