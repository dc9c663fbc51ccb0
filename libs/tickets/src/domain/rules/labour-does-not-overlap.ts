import { rule } from '@app/policy';
import { overlaps, type Span } from '@app/kernel';

/** R10: nobody works twice at the same time, on whatever ticket. */
export const labourDoesNotOverlap = rule<{ readonly span: Span; readonly logged: readonly Span[] }>(
  'R10',
  'labour-overlaps',
  {
    zh: '与该技术员已登记的工时重叠',
    en: 'the span overlaps hours that the technician has logged before',
  },
  ({ span, logged }) => logged.some((other) => overlaps(span, other)),
);
