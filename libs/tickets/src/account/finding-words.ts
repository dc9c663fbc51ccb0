import { chinese, plural, quoted, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { articleTitle } from '@app/policy';
import type { FindingDetail } from '../domain/ticket/ticket.values.js';
import { saysOfFinding } from './finding-rules.js';
import type { SentenceContext } from './sentence-context.js';

/** What of the preparation each of these findings misses. */
const PREPARATION: Readonly<Record<string, Bilingual>> = {
  'parts-not-listed': { zh: '备件清单', en: 'list of parts' },
  'badge-missing': { zh: '上岗证', en: 'badge' },
  'uniform-missing': { zh: '工作服', en: 'uniform' },
  'tools-not-listed': { zh: '工具清单', en: 'list of tools' },
};

/**
 * `偏差 1：未佩戴上岗证（技术员李伟），见[V4]“形象准备”`: what a finding is about, without its review. Of a
 * visit whose preparation nobody put down it says only that, not what the technician wore.
 */
export function findingText(detail: FindingDetail, context: SentenceContext): Bilingual {
  const { finding, article, code, person, remark } = detail;
  const says = (context.visit?.prepared ? undefined : unrecorded(code)) ??
    saysOfFinding(code) ?? { zh: chinese`不符合制度（${code}）`, en: `a deviation (${code})` };
  const whom = where(person, chinese`（技术员${person}）`, ` (technician ${person})`);
  const more = where(remark, chinese`，${quoted(remark)}`, `, ${quoted(remark)}`);
  return {
    zh: chinese`偏差${finding}：${says.zh}${whom.zh}${more.zh}，见[${article}]${quoted(articleTitle(article, 'zh'))}`,
    en: `finding ${finding}: ${says.en}${whom.en}${more.en}, see [${article}] ${quoted(articleTitle(article, 'en'))}`,
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

/** What is added where something ends while findings still wait for their review. */
export function openFindingText(open: readonly number[]): Bilingual {
  return where(
    open.length > 0,
    chinese`，尚有${open.length}项偏差待审核`,
    `; ${plural(open.length, 'finding')} still to be reviewed`,
  );
}
