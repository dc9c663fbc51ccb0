import { daysOf } from './days.js';
import type { FiguresEvent } from './figures.events.js';

/** The months whose figures an event changes, each once. */
export function monthsOf(event: FiguresEvent): readonly string[] {
  switch (event.type) {
    case 'TargetsSet':
      return event.data.months.map(({ month }) => month);
    case 'ResultCounted':
    case 'ResultAdjusted':
      return [event.data.month];
    case 'LeaveRecorded':
    case 'LeaveWithdrawn':
      return [...new Set(daysOf(event.data).map((day) => day.slice(0, 7)))];
  }
}
