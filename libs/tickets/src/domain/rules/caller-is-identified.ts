import { rule } from '@app/policy';

/** N12.2: name, address and telephone number are asked of every customer. */
export const callerIsIdentified = rule<{ name: string; phone: string; address: string }>(
  'N12',
  'caller-not-identified',
  {
    zh: '须登记客户的姓名、电话和地址，或选定已建档的客户地点',
    en: 'the name, phone and address of the customer are needed, or a customer site on file',
  },
  ({ name, phone, address }) => [name, phone, address].some((text) => !text.trim()),
);
