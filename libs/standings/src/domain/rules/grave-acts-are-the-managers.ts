import { rule } from '@app/policy';
import type { Measure } from '../edition/clause.js';

const MANAGERS_OWN: readonly Measure[] = ['transfer', 'removal', 'dismissal'];

/** D7: 调离, 解职 and 解雇 are decided by the general manager. */
export const graveActsAreTheManagers = rule<{
  readonly measures: readonly Measure[];
  readonly role: string;
}>(
  'D7',
  'decided-by-the-general-manager',
  {
    zh: '调离、解职和解雇由总经理决定',
    en: 'transfer, removal and dismissal are decided by the general manager',
  },
  ({ measures, role }) =>
    role !== 'general-manager' && measures.some((each) => MANAGERS_OWN.includes(each)),
);
