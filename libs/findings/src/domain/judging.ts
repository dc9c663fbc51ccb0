import { Forbidden, NotFound, NotPossible, partiesOf, type Command } from '@app/kernel';
import type { Finding } from './finding.state.js';

/** The finding of that number. @throws NotFound the stream has none */
export function findingOf(findings: readonly Finding[], number: number): Finding {
  const finding = findings.find((each) => each.finding === number);
  if (finding) return finding;
  throw new NotFound(
    'finding-not-found',
    { zh: '没有这条偏差记录', en: 'there is no such finding' },
    '/finding',
  );
}

/** @throws NotPossible something that was told later has shown that it is not so */
export function notWithdrawn({ status }: Pick<Finding, 'status'>): void {
  if (status !== 'withdrawn') return;
  throw new NotPossible('finding-withdrawn', {
    zh: '此偏差已被补报的事实推翻并撤回',
    en: 'this finding was withdrawn, as what was told later disproves it',
  });
}

export function byNoParty({ actor }: Command, { person, causedBy }: Finding): void {
  const reviewers = partiesOf(actor);
  if (person !== undefined && reviewers.includes(person)) {
    throw new Forbidden('own-finding', {
      zh: '不得审核针对本人的偏差记录',
      en: 'nobody reviews a finding about themself',
    });
  }
  if (causedBy.some((party) => reviewers.includes(party))) {
    throw new Forbidden('finding-of-own-step', {
      zh: '不得审核由本人的操作或报告产生的偏差记录',
      en: 'nobody reviews a finding that came of a step or report of their own',
    });
  }
}
