import { overlaps, type Span } from '@app/kernel';
import { rule } from '@app/policy';

/** V19: while work is interrupted, nobody works at the customer's. */
export const labourIsNotSuspended = rule<{
  readonly span: Span;
  readonly interruptions: readonly Span[];
}>(
  'V19',
  'labour-while-suspended',
  {
    zh: '工时与维修中断的时间重叠',
    en: 'the span overlaps a time in which the work was interrupted',
  },
  ({ span, interruptions }) => interruptions.some((each) => overlaps(span, each)),
);
