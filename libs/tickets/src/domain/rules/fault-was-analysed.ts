import { rule } from '@app/policy';
import { hasStudied, type SettingOut } from '../visit/studies.js';

/** V6.2: whoever goes has thought symptom and cause through before setting out, for each visit anew. */
export const faultWasAnalysed = rule<SettingOut>(
  'V6',
  'fault-not-analysed',
  {
    zh: '出发前未分析故障现象和原因',
    en: 'the technician did not analyse the fault before the departure',
  },
  (out) => !hasStudied('fault', out),
);
