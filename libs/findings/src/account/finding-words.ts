import { chinese, inRole, plural, quoted, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { articleTitle } from '@app/policy';
import type { FindingDetail, FindingEvent } from '../domain/finding.events.js';
import type { Finding } from '../domain/finding.state.js';
import { saysOf, type FoundRules } from '../domain/may-be-found.js';

/** What was found, by the rule's own words; a code that is no longer among the rules is named. */
export function foundUnder(rules: FoundRules, code: string): Bilingual {
  return saysOf(rules, code) ?? { zh: chinese`不符合制度（${code}）`, en: `a deviation (${code})` };
}

/**
 * `偏差 1：未佩戴上岗证（技术员李伟），见[V4]“形象准备”`: what a finding is about, without its review.
 *
 * @param role of the person whom it concerns; default: an employee
 */
export function findingText(
  { finding, article, person, remark }: FindingDetail,
  says: Bilingual,
  role?: string,
): Bilingual {
  const about = inRole(person ?? '', role);
  const whom = where(person, `（${about.zh}）`, ` (${about.en})`);
  const more = where(remark, chinese`，${quoted(remark)}`, `, ${quoted(remark)}`);
  return {
    zh: chinese`偏差${finding}：${says.zh}${whom.zh}${more.zh}，见[${article}]${quoted(articleTitle(article, 'zh'))}`,
    en: `finding ${finding}: ${says.en}${whom.en}${more.en}, see [${article}] ${quoted(articleTitle(article, 'en'))}`,
  };
}

/** A line on a finding with what became of it, for the end of an account. @param text what it is about */
export function reviewedText(
  finding: Finding,
  { zh, en }: Bilingual,
  events: readonly FindingEvent[],
): Bilingual {
  const verdict = verdictOf(finding, events);
  return {
    zh: `${zh}——${verdict.zh}。`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)} — ${verdict.en}.`,
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

/** What is said where something is closed, for which its findings must have been reviewed. */
export function allReviewedText(findings: number): Bilingual {
  if (findings === 0) return { zh: '没有偏差记录', en: 'there were no findings' };
  if (findings === 1) return { zh: '1 项偏差已审核', en: 'its one finding had been reviewed' };
  const all = findings === 2 ? 'both' : `all ${findings}`;
  return { zh: `${findings} 项偏差均已审核`, en: `${all} findings had been reviewed` };
}

function verdictOf({ finding, status }: Finding, events: readonly FindingEvent[]): Bilingual {
  if (status === 'open') return { zh: '待审核', en: 'not yet reviewed' };
  if (status === 'withdrawn') return { zh: '已撤回', en: 'withdrawn' };
  if (status === 'upheld') return { zh: '认定属实', en: 'upheld' };
  const excuse = events.findLast(
    (event) => event.type === 'FindingExcused' && event.data.finding === finding,
  );
  const reason = excuse?.type === 'FindingExcused' ? excuse.data.reason : '';
  return { zh: chinese`予以谅解：${quoted(reason)}`, en: `excused: ${quoted(reason)}` };
}
