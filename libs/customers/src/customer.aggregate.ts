import { aggregate, changes, creates, edits } from '@app/aggregates';
import { chinese, plainAccount, quoted, where, who } from '@app/audit/src/words/index.js';
import { office } from '@app/identity';
import type { Actor, Bilingual } from '@app/kernel';
import { customerDecider, customerStreams, unknownCustomer } from './domain/customer.decider.js';
import { customerEventTypes, type CustomerEvent, type Site } from './domain/customer.events.js';
import { CustomerBody, RegisterCustomerDto, SiteDto } from './http/customer.dto.js';
import { readCustomer } from './permissions.js';

export const customers = aggregate({
  streams: customerStreams,
  decider: customerDecider,
  events: customerEventTypes,
  path: 'customers',
  id: 'customer',
  commands: {
    RegisterCustomer: creates(RegisterCustomerDto, [...office, 'sales']),
    AddSite: changes(SiteDto, [...office, 'sales']),
    ChangeSite: edits(SiteDto, [...office, 'sales']),
  },
  shows: {
    as: CustomerBody,
    summary: "A customer's file.",
    to: readCustomer,
    unknown: unknownCustomer,
  },
  account: plainAccount<CustomerEvent>({
    CustomerRegistered: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}登记客户${data.name}，电话${data.phone}。`,
      en: `${who(actor).en} registered customer ${data.name}, phone ${data.phone}.`,
    }),
    SiteAdded: (event) => putDown(event, '登记', 'put down'),
    SiteChanged: (event) => putDown(event, '更改', 'changed'),
  }),
});

function putDown(
  { actor, data }: { readonly actor: Actor; readonly data: Site },
  zh: string,
  en: string,
): Bilingual {
  const { site, address, landmark, phone } = data;
  const near = where(landmark, chinese`，附近有${landmark ?? ''}`, `, near ${landmark}`);
  const call = where(phone, chinese`，电话${phone}`, `, phone ${phone}`);
  return {
    zh: chinese`${who(actor).zh}${zh}地点${site}：${quoted(address)}${near.zh}${call.zh}。`,
    en: `${who(actor).en} ${en} site ${site}: ${quoted(address)}${near.en}${call.en}.`,
  };
}
