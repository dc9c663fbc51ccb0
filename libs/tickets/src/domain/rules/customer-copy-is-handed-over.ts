import { rule } from '@app/policy';
import type { Visit } from '../ticket/ticket.state.js';

/** V24: the customer keeps their copy of the service order. */
export const customerCopyIsHandedOver = rule<Pick<Visit, 'customerCopy'>>(
  'V24',
  'customer-copy-missing',
  {
    zh: '未将客户留存联交给客户',
    en: 'the customer did not get their copy',
  },
  ({ customerCopy }) => !customerCopy,
);
