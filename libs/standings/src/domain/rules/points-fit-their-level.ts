import { rule } from '@app/policy';
import { isReward, levels } from '../edition/clause.js';
import type { EditionText } from '../edition/edition.js';

type Points = EditionText['points'];

/** D6: 嘉奖, 记功 and 记大功 are rewards: each adds points. */
export const rewardsAddPoints = rule<Points>(
  'D6',
  'reward-without-points',
  { zh: '奖励的分数须大于零', en: 'the points of a reward are above zero' },
  (points) => levels.some((level) => isReward(level) && points[level] <= 0),
);

/** D7: 警告, 记过 and 记大过 are discipline: each takes points. */
export const disciplineTakesPoints = rule<Points>(
  'D7',
  'discipline-without-points',
  { zh: '惩戒的分数须小于零', en: 'the points of discipline are below zero' },
  (points) => levels.some((level) => !isReward(level) && points[level] >= 0),
);
