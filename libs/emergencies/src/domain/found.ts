import { mayBeFound } from '@app/findings';
import { rule } from '@app/policy';

/** B3: there is a system that secures the handling of emergencies, and so somebody to be called at any hour. */
const somebodyIsOnCall = rule<{ employees: readonly string[] }>(
  'B3',
  'nobody-on-call',
  {
    zh: '该时段值班表上无人值班',
    en: 'nobody is on call at that hour',
    whenFound: {
      zh: '紧急情况发生时无人值班',
      en: 'nobody was on call when the emergency came',
    },
  },
  ({ employees }) => employees.length === 0,
);

/** What is written down of an emergency, and not refused. */
export const found = mayBeFound({ somebodyIsOnCall });
