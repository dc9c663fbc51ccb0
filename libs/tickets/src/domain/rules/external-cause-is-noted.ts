import { rule } from '@app/policy';
import type { ExternalCauseFound } from '../ticket/ticket.events.js';

/** V17: a cause that is not the company's is noted on the service order. */
export const externalCauseIsNoted = rule<Pick<ExternalCauseFound['data'], 'noted'>>(
  'V17',
  'external-cause-not-noted',
  {
    zh: '非本公司原因须在售后服务单上注明',
    en: 'an external cause must be noted on the service order',
    whenFound: {
      zh: '非本公司原因未在售后服务单上注明',
      en: 'an external cause was not noted on the service order',
    },
  },
  ({ noted }) => !noted,
);
