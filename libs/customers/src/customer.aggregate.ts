import { aggregate, changes, creates, edits, internal } from '@app/aggregates';
import { chinese, plainAccount, plural, quoted, where, who } from '@app/audit/src/words/index.js';
import { office } from '@app/identity';
import type { Actor, Bilingual } from '@app/kernel';
import { customerDecider, unknownCustomer } from './domain/customer.decider.js';
import { customerEventTypes, type CustomerEvent, type Site } from './domain/customer.events.js';
import { customerStreams } from './domain/customer.state.js';
import { ErasePersonDto, HoldErasureDto } from './http/erasure.dto.js';
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
    HoldErasure: changes(HoldErasureDto, ['general-manager']),
    ErasePerson: changes(ErasePersonDto, ['general-manager']),
    DestroyPersonKeys: internal,
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
    ErasureHeld: ({ data: { basis, until }, actor }) => ({
      zh: chinese`${who(actor).zh}登记：依法须保留个人数据至${until}（含当日）：${quoted(basis)}。`,
      en: `${who(actor).en} put down that a law asks for the personal data until ${until}, included: ${quoted(basis)}.`,
    }),
    PersonErased: ({ data: { reason, tickets, sales }, actor }) => ({
      zh: chinese`${who(actor).zh}决定删除该客户的个人数据（${quoted(reason)}），连同${tickets.length}张工单、${sales.length}笔销售中的；依法保留服务记录、账目与保修期限，不再指明是谁。`,
      en: `${who(actor).en} erased the personal data of the customer (${quoted(reason)}), with that of ${plural(tickets.length, 'ticket')} and ${plural(sales.length, 'sale')}; service records, accounts and dates of cover stay by law, and say no more whose they are.`,
    }),
    PersonKeysDestroyed: () => ({
      zh: '封存该客户个人数据的密钥已销毁。',
      en: 'The keys under which the personal data of the customer was sealed are destroyed.',
    }),
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
