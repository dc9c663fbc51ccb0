import { chinese, when, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { STATUS } from '../domain/case/case-of.js';
import type { CaseFile } from '../domain/standing.state.js';
import { factsOf } from './case-opened.js';
import { DEPARTMENTS } from './departments.js';
import { whatFollows } from './measures-in-words.js';
import { signed } from './signed.js';

/** Whom a decision is about, and where the appeal is filed. */
export interface Addressee {
  readonly employee: string;
  readonly name: string;
  readonly year: string;
}

/**
 * The decision as it is handed over: what happened, by which article and edition, what follows, and the way
 * of appeal. Undefined where nothing was decided.
 */
export function decisionDocument(file: CaseFile, to: Addressee): Bilingual | undefined {
  const { opened, measures, points, appealUntil, decidedAt, status } = file;
  if (!appealUntil || !decidedAt) return undefined;
  const { clause, edition } = opened.judgedBy;
  const [happened, decided, until] = [opened.happenedAt, decidedAt, appealUntil].map((each) =>
    when(each),
  ) as [Bilingual, Bilingual, Bilingual];
  const named = `${clause.article}.${clause.clause}`;
  const follows = furtherOf(file);
  const facts = factsOf(opened);
  const counted = where(
    points !== 0,
    chinese`，当月考核${signed(points)}分`,
    `, ${signed(points)} points of the month`,
  );
  const corrects = where(
    opened.replaces,
    chinese`，更正第${opened.replaces}案`,
    `, which corrects case ${opened.replaces}`,
  );
  const path = `/api/v1/standings/${to.employee}/file-appeal`;
  return {
    zh: [
      '奖惩决定书',
      chinese`员工：${to.name}（${to.employee}）`,
      chinese`案件：${to.year}年度第${file.case}案（${STATUS[status].zh}）`,
      chinese`依据：${named}，${clause.says.zh}，版本${edition}`,
      chinese`事实：${happened.zh}，${facts.zh}`,
      chinese`决定：${whatFollows(measures).zh}${counted.zh}${corrects.zh}（${decided.zh}）`,
      ...follows.map(({ zh }) => zh),
      chinese`申诉：如不服本决定，可于${until.zh}前向总经理申诉一次（${path}）；由未参与本案者或依其书面意见裁定。申诉期间本决定有效，撤销后恢复原状。`,
      '',
    ].join('\n'),
    en: [
      'Decision under the rules on rewards and discipline',
      `Employee: ${to.name} (${to.employee})`,
      `Case: ${file.case} of ${to.year} (${STATUS[status].en})`,
      `Under: ${named}, ${clause.says.en}, edition ${edition}`,
      `Facts: ${happened.en}, ${facts.en}`,
      `Decision: ${whatFollows(measures).en}${counted.en}${corrects.en} (${decided.en})`,
      ...follows.map(({ en }) => en),
      `Appeal: before ${until.en} to the general manager, once (${path}); it is decided by somebody who took no part, or on the written opinion of one. Meanwhile the decision stands; revoked, all is as it was.`,
      '',
    ].join('\n'),
  };
}

function furtherOf({ transfer, successor, share }: CaseFile): readonly Bilingual[] {
  return [
    ...(transfer
      ? [
          {
            zh: chinese`调往：${DEPARTMENTS[transfer.department].zh}，自${transfer.from}起`,
            en: `Transferred to: ${DEPARTMENTS[transfer.department].en}, from ${transfer.from} on`,
          },
        ]
      : []),
    ...(successor ? [{ zh: chinese`接任：${successor}`, en: `Successor: ${successor}` }] : []),
    ...(share ? [{ zh: chinese`奖励：${share}元`, en: `Share: ${share} yuan` }] : []),
  ];
}
