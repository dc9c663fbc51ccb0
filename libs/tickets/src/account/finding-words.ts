import type { Bilingual } from '@app/kernel';
import { articleTitle } from '@app/policy';
import type { FindingDetail } from '../domain/ticket.values.js';
import { saysOfFinding } from './finding-rules.js';
import { plural, where } from './words.js';

/** `偏差 1：未佩戴上岗证（员工 li-wei），见 [V4]“形象准备”`: what a finding is about, without its review. */
export function findingText({ finding, article, code, person, remark }: FindingDetail): Bilingual {
  const says = saysOfFinding(code) ?? { zh: `不符合制度（${code}）`, en: `a deviation (${code})` };
  const whom = where(person, `（员工 ${person}）`, ` (employee ${person})`);
  const more = where(remark, `，“${remark}”`, `, “${remark}”`);
  return {
    zh: `偏差 ${finding}：${says.zh}${whom.zh}${more.zh}，见 [${article}]“${articleTitle(article, 'zh')}”`,
    en: `finding ${finding}: ${says.en}${whom.en}${more.en}, see [${article}] “${articleTitle(article, 'en')}”`,
  };
}

/** What is added where something ends while findings still wait for their review. */
export function openFindingText(open: readonly number[]): Bilingual {
  return where(
    open.length > 0,
    `，尚有 ${open.length} 项偏差待审核`,
    `; ${plural(open.length, 'finding')} still to be reviewed`,
  );
}
