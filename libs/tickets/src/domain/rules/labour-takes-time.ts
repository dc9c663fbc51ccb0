import { rule } from '@app/policy';

/** R10, B2: logged labour is more than none. */
export const labourTakesTime = rule<{ readonly hours: string }>(
  'R10',
  'no-labour-time',
  {
    zh: '工时必须大于零',
    en: 'labour must take more than no time',
  },
  ({ hours }) => Number(hours) <= 0,
);
