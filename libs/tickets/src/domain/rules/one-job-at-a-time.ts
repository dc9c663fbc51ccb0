import { overlaps, type Span } from '@app/kernel';
import { rule } from '@app/policy';
import type { Hours } from '../diary/diary.state.js';

/** R10, B2: the record of work is true only if nobody works in two places at once, on whatever tickets. */
export const oneJobAtATime = rule<{ span: Span; hours: readonly Hours[] }>(
  'R10',
  'hours-overlap',
  {
    zh: '与该技术员已登记的工时重叠',
    en: 'these hours overlap others that were logged for the same technician',
  },
  ({ span, hours }) => hours.some((logged) => overlaps(logged.span, span)),
);
