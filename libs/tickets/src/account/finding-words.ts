import type { Bilingual } from '@app/kernel';
import { articleTitle } from '@app/policy';
import type { FindingDetail } from '../domain/ticket.values.js';
import { chinese } from './chinese.js';
import { saysOfFinding } from './finding-rules.js';
import { plural, quoted, where } from './words.js';

/** `偏差 1：未佩戴上岗证（员工李伟），见[V4]“形象准备”`: what a finding is about, without its review. */
export function findingText({ finding, article, code, person, remark }: FindingDetail): Bilingual {
  const says = saysOfFinding(code) ?? {
    zh: chinese`不符合制度（${code}）`,
    en: `a deviation (${code})`,
  };
  const whom = where(person, chinese`（员工${person}）`, ` (employee ${person})`);
  const more = where(remark, chinese`，${quoted(remark)}`, `, ${quoted(remark)}`);
  return {
    zh: chinese`偏差${finding}：${says.zh}${whom.zh}${more.zh}，见[${article}]${quoted(articleTitle(article, 'zh'))}`,
    en: `finding ${finding}: ${says.en}${whom.en}${more.en}, see [${article}] ${quoted(articleTitle(article, 'en'))}`,
  };
}

/** What is added where something ends while findings still wait for their review. */
export function openFindingText(open: readonly number[]): Bilingual {
  return where(
    open.length > 0,
    chinese`，尚有${open.length}项偏差待审核`,
    `; ${plural(open.length, 'finding')} still to be reviewed`,
  );
}
