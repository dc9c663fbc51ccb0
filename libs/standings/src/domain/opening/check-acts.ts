import {
  enforce,
  instantOf,
  Invalid,
  localDate,
  plusDays,
  type Bilingual,
  type Command,
  type Instant,
} from '@app/kernel';
import type { PersonThen } from '../case/facts.js';
import { isReward, isRewarding } from '../edition/clause.js';
import { clauseNamed, type EditionInForce } from '../edition/edition-line.js';
import { anEditionIsApproved } from '../rules/an-edition-is-approved.js';
import { articleAppliesToItsDepartment } from '../rules/article-applies-to-its-department.js';
import { conductIsCovered } from '../rules/conduct-is-covered.js';
import { notPunishedTwice } from '../rules/facts-are-not-punished-twice.js';
import { paperPrecedesThePromulgation } from '../rules/paper-precedes-the-promulgation.js';
import { staffIsCovered } from '../rules/staff-is-covered.js';
import type { KnownOfOpening, OfStanding } from '../standing.commands.js';
import type { Standing } from '../standing.state.js';
import type { Paper, PaperAct } from './opening.events.js';
import { waiting } from './opening.js';

type Asked = Command<string, OfStanding> & { readonly known: KnownOfOpening };

interface Said extends Paper {
  readonly acts: readonly PaperAct[];
  readonly corrects?: number;
  /** Of an entry that there is; default: it is about to be entered. */
  readonly entry?: number;
}

/** When it happened, of which paper has the date alone. */
export function happenedAt({ happenedOn }: PaperAct): Instant {
  return instantOf(happenedOn, '00:00');
}

/**
 * That acts from paper make sense: facts of the year in which document 2 came into force here, from before
 * it did; decided after them, and before the paper; each once.
 */
export function checkActs(command: Asked, standing: Standing, said: Said): void {
  const { edition } = command.known;
  enforce([anEditionIsApproved], { edition });
  const first = edition as EditionInForce;
  const { acts, corrects, dated } = said;
  if (acts.length === 0 && corrects === undefined)
    throw invalid('no-acts', '/acts', { zh: '没有奖惩记录', en: 'there are no acts' });
  if (dated > localDate(command.receivedAt ?? command.occurredAt))
    throw invalid('paper-of-the-future', '/dated', {
      zh: '纸面日期在今天之后',
      en: 'the paper bears a date to come',
    });
  const { year } = command.data;
  if (localDate(first.inForceFrom).slice(0, 4) !== year)
    throw invalid('not-the-year-of-taking-over', '/year', {
      zh: '只录入奖惩细则开始施行当年的奖惩',
      en: 'only acts of the year in which the rules came into force are taken over',
    });
  acts.forEach((act, index) => {
    checkAct(act, `/acts/${index}`, { year, dated, first, department: departmentOn(act, command) });
    const others = [...filesBeside(standing, said), ...acts.slice(0, index).map(asFile)];
    notPunishedTwice(factsOf(act), others);
  });
}

interface Frame {
  readonly year: string;
  readonly dated: string;
  readonly first: EditionInForce;
  /** The employee's of that day. */
  readonly department: PersonThen['department'];
}

/** Who is not known yet on that day was in the department of their first file. */
function departmentOn(act: PaperAct, { known: { departments } }: Asked): Frame['department'] {
  const until = instantOf(plusDays(act.happenedOn, 1), '00:00');
  const then = departments.findLast(({ from }) => from < until) ?? departments[0];
  return then!.department;
}

function checkAct(act: PaperAct, place: string, { year, dated, first, department }: Frame): void {
  const { happenedOn, decidedOn, article, clause, level } = act;
  if (!happenedOn.startsWith(`${year}-`))
    throw invalid('facts-of-another-year', `${place}/happenedOn`, {
      zh: '事实不在该年度',
      en: 'it did not happen in that year',
    });
  enforce([paperPrecedesThePromulgation], {
    at: happenedAt(act),
    inForceFrom: first.inForceFrom,
  });
  if (decidedOn < happenedOn)
    throw invalid('decided-before-it-happened', `${place}/decidedOn`, {
      zh: '决定日期早于事实',
      en: 'it was decided before it happened',
    });
  if (decidedOn > dated)
    throw invalid('decided-after-the-paper', `${place}/decidedOn`, {
      zh: '决定日期晚于纸面日期',
      en: 'it was decided after the date of the paper',
    });
  const named = clauseNamed(first.text, `${article}.${clause}`);
  enforce([staffIsCovered], { department });
  enforce([conductIsCovered], named);
  enforce([articleAppliesToItsDepartment], { department, clause: named! });
  if (isReward(level) !== isRewarding(named!))
    throw invalid('level-of-other-kind', `${place}/level`, {
      zh: '奖惩种类与条款不符',
      en: 'the article is not one of rewards and the level is, or the other way round',
    });
}

/** Cases and entries of the same year, but for what it corrects and for itself. */
function filesBeside({ cases, openings }: Standing, { corrects, entry }: Said) {
  const entries = waiting(openings).filter((each) => ![entry, corrects].includes(each.entry));
  return [
    ...cases.filter(
      ({ status, fromPaper }) =>
        status !== 'revoked' && (corrects === undefined || fromPaper?.entry !== corrects),
    ),
    ...entries.flatMap(({ said }) => said.map(asFile)),
  ];
}

function asFile(act: PaperAct) {
  return { status: 'decided' as const, opened: factsOf(act) };
}

function factsOf(act: PaperAct) {
  const { article, clause, matter } = act;
  return {
    article,
    clause,
    happenedAt: happenedAt(act),
    evidence: [],
    ...(matter !== undefined && { matter }),
  };
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
