import { rule } from '@app/policy';
import type { KnownOfCase } from '../standing.commands.js';

/** D44: in force from the day of promulgation; no fact from before it is judged. */
export const factsFollowThePromulgation = rule<Pick<KnownOfCase, 'edition'>>(
  'D44',
  'facts-before-promulgation',
  {
    zh: '事实发生时奖惩细则尚未施行',
    en: 'the rules on rewards and discipline were not in force when it happened',
  },
  ({ edition }) => edition === 'not-yet-in-force',
);
