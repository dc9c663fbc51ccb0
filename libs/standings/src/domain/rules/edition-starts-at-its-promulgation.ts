import type { LocalDate } from '@app/kernel';
import { rule } from '@app/policy';

/** D44: in force from the day of its promulgation, and no day before it. */
export const editionStartsAtItsPromulgation = rule<{
  readonly from: LocalDate;
  readonly approvedOn: LocalDate;
}>(
  'D44',
  'edition-before-its-promulgation',
  { zh: '施行日期不得早于批准之日', en: 'it is not in force before the day of its approval' },
  ({ from, approvedOn }) => from < approvedOn,
);
