import {
  byAnEmployee,
  enforce,
  noSuch,
  notBefore,
  NotPossible,
  partiesOf,
  type Command,
} from '@app/kernel';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import { nobodyJudgesTheirOwnReport } from '../rules/nobody-judges-their-own-report.js';
import type { CaseFile, CaseStatus, Standing } from '../standing.state.js';

type OfCase = Command<string, { readonly case: number }>;

const unknownCase = noSuch('case', { zh: '这宗案件', en: 'case' });

/**
 * The case that a command is for, if it can follow now.
 *
 * @param among the states in which it can
 * @throws NotFound `unknown-case`
 * @throws NotPossible `case-not-there-yet`, or over already
 */
export function caseOf(
  command: OfCase,
  standing: Standing,
  among: readonly CaseStatus[],
): CaseFile {
  const file = standing.cases.find((each) => each.case === command.data.case);
  if (!file) throw unknownCase('/case');
  // Who comes second is told what has been done, also where they came a moment too early for it.
  if (!among.includes(file.status)) throw wrongState(file);
  notBefore(command, file.since);
  return file;
}

function wrongState({ status }: CaseFile): NotPossible {
  return new NotPossible('wrong-state-of-case', {
    zh: `案件现为「${STATUS[status].zh}」，不能进行此步骤`,
    en: `the case is ${STATUS[status].en}, which this step does not follow`,
  });
}

/** As `caseOf`, for whoever judges: an employee, in no case and on no report of their own (R2). */
export function judgedCase(
  command: OfCase,
  standing: Standing,
  among: readonly CaseStatus[],
): CaseFile {
  const file = caseOf(command, standing, among);
  byAnEmployee(command);
  const parties = partiesOf(command.actor);
  enforce([nobodyJudgesTheirOwnCase], { employee: file.opened.employee, parties });
  enforce([nobodyJudgesTheirOwnReport], { reporters: file.reporters, parties });
  return file;
}

/** What people call the states of a case. */
export const STATUS: Readonly<Record<CaseStatus, { readonly zh: string; readonly en: string }>> = {
  open: { zh: '已立案', en: 'open' },
  verified: { zh: '已查实', en: 'verified' },
  dropped: { zh: '已撤案', en: 'dropped' },
  proposed: { zh: '已提议', en: 'proposed' },
  decided: { zh: '已决定', en: 'decided' },
  declined: { zh: '不予处理', en: 'declined' },
  appealed: { zh: '申诉中', en: 'appealed' },
  revoked: { zh: '已撤销', en: 'revoked' },
};
