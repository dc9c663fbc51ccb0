import { mayBeFound } from '@app/findings';
import { rule } from '@app/policy';
import type { EmergencyClause } from './terms.js';

/** B3: a warranty or a maintenance contract states clearly how emergencies are dealt with, before anybody signs it. */
const emergenciesAreAgreed = rule<{ readonly emergency?: EmergencyClause }>(
  'B3',
  'no-emergency-clause',
  {
    zh: '合同没有对紧急异常情况的处置作出规定，不能签署',
    en: 'the contract says nothing of emergencies, and is not signed so',
    whenFound: {
      zh: '合同签署时没有对紧急异常情况的处置作出规定',
      en: 'the contract was signed without a word on emergencies',
    },
  },
  ({ emergency }) => emergency === undefined,
);

/** B2: what is agreed to be maintained periodically is maintained by its day. It is found against the plan, not a person. */
const maintenanceIsDoneByItsDay = rule<{ readonly done: boolean }>(
  'B2',
  'maintenance-late',
  {
    zh: '定期维护未在约定之日完成',
    en: 'the periodic maintenance was not done by its day',
  },
  ({ done }) => !done,
);

/** What is found of contracts. */
export const found = mayBeFound({ emergenciesAreAgreed, maintenanceIsDoneByItsDay });
