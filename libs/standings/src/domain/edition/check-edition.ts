import { enforce, Invalid, type Bilingual } from '@app/kernel';
import { disciplineTakesPoints, rewardsAddPoints } from '../rules/points-fit-their-level.js';
import { nameOf, type Clause } from './clause.js';
import type { EditionText } from './edition.js';

/**
 * What an edition says must make sense before it is drafted: each clause once, figures with their
 * period and bounds, rewards with points above zero and discipline below it.
 *
 * @throws Refused D6, D7: points of the wrong sign
 * @throws Invalid naming the field
 */
export function checkEdition({ points, clauses }: EditionText): void {
  enforce([rewardsAddPoints, disciplineTakesPoints], points);
  clauses.forEach((clause, index) => {
    const place = `/text/clauses/${index}`;
    if (clauses.findIndex((other) => nameOf(other) === nameOf(clause)) !== index)
      throw invalid('clause-twice', `${place}/clause`, {
        zh: `${nameOf(clause)} 重复`,
        en: `${nameOf(clause)} stands twice`,
      });
    checkClause(clause, place);
  });
}

/** What a clause may lack: the field, and what is said of it. */
interface Lack extends Bilingual {
  readonly code: string;
  readonly at: string;
  readonly lacking: (clause: Clause) => boolean;
}

const LACKS: readonly Lack[] = [
  {
    code: 'figures-without-period',
    at: '/period',
    zh: '由数字触发的条款须注明期间',
    en: 'a clause that figures trigger names their period',
    lacking: ({ trigger, period }) => trigger === 'figures' && period === undefined,
  },
  {
    code: 'figures-without-bounds',
    at: '/thresholds',
    zh: '由数字触发的条款须注明上限或下限',
    en: 'a clause that figures trigger has a bound',
    lacking: ({ trigger, thresholds }) =>
      trigger === 'figures' && (thresholds?.atLeast ?? thresholds?.below) === undefined,
  },
  {
    code: 'empty-range',
    at: '/thresholds/below',
    zh: '上限须大于下限',
    en: 'the upper bound is above the lower one',
    lacking: ({ thresholds: { atLeast = 0, below = Number.POSITIVE_INFINITY } = {} }) =>
      atLeast >= below,
  },
  {
    code: 'profit-without-bounds',
    at: '/thresholds',
    zh: '须注明获利金额和期限',
    en: 'a clause of profit names amount and months',
    lacking: ({ trigger, thresholds }) =>
      trigger === 'profit' && !(thresholds?.profit && thresholds.months),
  },
  {
    code: 'share-missing',
    at: '/thresholds/share',
    zh: '须注明奖励比例',
    en: 'a share of income names its per cent',
    lacking: ({ outcomes, thresholds }) =>
      outcomes.some(({ measures }) => measures.includes('income-share')) && !thresholds?.share,
  },
];

function checkClause(clause: Clause, place: string): void {
  const lack = LACKS.find(({ lacking }) => lacking(clause));
  if (lack) throw invalid(lack.code, `${place}${lack.at}`, lack);
}

function invalid(code: string, pointer: string, { zh, en }: Bilingual): Invalid {
  return new Invalid(code, { zh, en }, pointer);
}
