import { rule } from '@app/policy';

interface OfTerm {
  readonly verdict: 'running' | 'kept' | 'missed' | 'ended';
}

/** R7: whoever complains is received, and apologised to within two hours. It is found against the plan, not a person. */
export const acknowledgedInTime = rule<OfTerm>(
  'R7',
  'acknowledged-late',
  { zh: '未在时限内向投诉客户致歉', en: 'the customer was not apologised to in time' },
  ({ verdict }) => verdict === 'missed',
);

/** R9: a complaint is dealt with, and answered within three working days. */
export const answeredInTime = rule<OfTerm>(
  'R9',
  'answered-late',
  { zh: '未在时限内答复投诉', en: 'the complaint was not answered in time' },
  ({ verdict }) => verdict === 'missed',
);
