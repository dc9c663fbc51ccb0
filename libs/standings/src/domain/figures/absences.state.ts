import type { Span } from '@app/kernel';
import type { FiguresEvent, MonthAmount } from './figures.events.js';

/** Hours that were worked at a time. */
export interface Worked extends MonthAmount {
  readonly span: Span;
}

/** When somebody was absent, and by which case of the year. */
export interface Absence {
  readonly case: number;
  readonly span: Span;
}

/** Decided absences of the year, what was worked when, and what of it counts no more. */
export interface Absences {
  readonly absences: readonly Absence[];
  readonly worked: readonly Worked[];
}

export const NO_ABSENCES: Absences = { absences: [], worked: [] };

/** What is known after an event of figures. */
export function absencesAfter(before: Absences, event: FiguresEvent): Absences {
  const { absences, worked } = before;
  switch (event.type) {
    case 'ResultCounted': {
      const { span, month, amount } = event.data;
      return span ? { absences, worked: [...worked, { span, month, amount }] } : before;
    }
    case 'AbsenceCounted': {
      const { case: number, span } = event.data;
      return { worked, absences: [...absences, { case: number, span }] };
    }
    case 'AbsenceLifted':
      return { worked, absences: absences.filter((each) => each.case !== event.data.case) };
    default:
      return before;
  }
}
