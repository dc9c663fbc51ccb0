import { Slug } from '@app/http';
import { CalendarDate } from '@app/http';

/** Whose day, and which. */
export class TechnicianDayPath {
  /** Employee id of the technician. */
  @Slug()
  employee!: string;

  /** Business date, such as `2026-03-02`. */
  @CalendarDate()
  date!: string;
}
