import { monthsOfDays } from './days.js';
import type { FiguresEvent } from './figures.events.js';

/**
 * The months whose figures an event changes, each once. What paper says is of periods that no edition
 * judges: none of them is evaluated for it; nor for what waits to be confirmed.
 */
export function monthsOf(event: FiguresEvent): readonly string[] {
  switch (event.type) {
    case 'TargetsSet':
      return event.data.months.map(({ month }) => month);
    case 'ResultCounted':
    case 'ResultAdjusted':
      return [event.data.month];
    // The hours that an absence takes off or gives back are results of their own.
    case 'AbsenceCounted':
    case 'AbsenceLifted':
    case 'FiguresProposed':
    case 'FiguresRefused':
    case 'OpeningFiguresEntered':
    case 'OpeningFiguresApproved':
      return [];
    case 'LeaveRecorded':
    case 'LeaveWithdrawn':
      return monthsOfDays(event.data);
  }
}
