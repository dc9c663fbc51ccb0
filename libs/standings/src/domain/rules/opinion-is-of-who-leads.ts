import { rule } from '@app/policy';

/** R2: the written opinion on which the general manager decides is a superior's, who works here and leads others. */
export const opinionIsOfWhoLeads = rule<{ readonly opinionBy?: string; readonly leads: boolean }>(
  'R2',
  'opinion-of-no-superior',
  {
    zh: '书面意见须出自未参与本案的在职主管',
    en: 'the written opinion is that of an active supervisor who took no part',
  },
  ({ opinionBy, leads }) => opinionBy !== undefined && !leads,
);
