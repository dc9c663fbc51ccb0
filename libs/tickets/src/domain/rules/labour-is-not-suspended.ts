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
    zh: '这段时间里维修已中断，没有人作业；请只登记中断之前和继续之后的时间',
    en: 'the work stood still in a part of that time; log the time until it stopped, and from when it went on',
  },
  ({ span, interruptions }) => interruptions.some((each) => overlaps(span, each)),
);
