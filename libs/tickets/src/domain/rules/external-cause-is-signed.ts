import { rule } from '@app/policy';
import type { ExternalCauseFound } from '../ticket/ticket.events.js';

/** V17: the customer signs the cause that is not the company's for itself, apart from what it will cost. */
export const externalCauseIsSigned = rule<Pick<ExternalCauseFound['data'], 'signature'>>(
  'V17',
  'external-cause-not-signed',
  {
    zh: '非本公司原因须由客户签字确认',
    en: 'the customer must sign a cause that is not the company’s',
    whenFound: {
      zh: '非本公司原因未经客户签字确认',
      en: 'the customer did not sign the cause that is not the company’s',
    },
  },
  ({ signature }) => signature === undefined,
);
