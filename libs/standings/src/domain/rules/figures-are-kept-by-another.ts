import { rule } from '@app/policy';

/** R2: nobody sets their own targets, and nobody adjusts their own results or leave. */
export const figuresAreKeptByAnother = rule<{
  readonly employee: string;
  readonly parties: readonly string[];
}>(
  'R2',
  'own-figures',
  { zh: '不得登记本人的指标、业绩或请假', en: 'nobody keeps the figures of their own' },
  ({ employee, parties }) => parties.includes(employee),
);
