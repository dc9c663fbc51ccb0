import { chinese, inRole } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { handsAt } from '../domain/location/location.js';

/** `总库`, `员工李伟手中`. */
export function at(place: string): Bilingual {
  const employee = handsAt(place);
  if (employee === undefined) return { zh: chinese`库位${place}`, en: `location ${place}` };
  const { zh, en } = inRole(employee);
  return { zh: chinese`${zh}手中`, en: `the hands of ${en}` };
}
