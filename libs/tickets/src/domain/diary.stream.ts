import type { LocalDate } from '@app/kernel';

/** The stream of one technician's one business date. */
export function diaryStream(employee: string, date: LocalDate): string {
  return `diary-${employee}-${date}`;
}
