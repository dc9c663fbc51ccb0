import {
  chinese,
  list,
  plainAccount,
  plural,
  quoted,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Actor, Bilingual } from '@app/kernel';
import type {
  ConsentPurpose,
  Contact,
  ContactRole,
  CustomerEvent,
  Details,
  ErasureGivenUp,
  Site,
} from '../domain/customer.events.js';

const ROLES: Readonly<Record<ContactRole, Bilingual>> = {
  contact: { zh: '联系人', en: 'contact' },
  'responsible-person': { zh: '负责人', en: 'responsible person' },
  operator: { zh: '系统操作人员', en: 'operator of the system' },
  payer: { zh: '付款人', en: 'payer' },
};

const PURPOSES: Readonly<Record<ConsentPurpose, Bilingual>> = {
  'follow-up-calls': { zh: '电话回访', en: 'calls after the service' },
  messages: { zh: '接收消息', en: 'messages' },
  photos: { zh: '现场拍照', en: 'photos of their rooms' },
  offers: { zh: '接收推介', en: 'offers' },
};

/** The history of a customer's file in plain words. */
export const customerAccount = plainAccount<CustomerEvent>({
  CustomerRegistered: (event) => described(event, '登记客户', 'registered customer'),
  CustomerDetailsChanged: (event) =>
    described(event, '更改客户资料：', 'changed what is said of the customer: '),
  SiteAdded: (event) => putDown(event, '登记', 'put down'),
  SiteChanged: (event) => putDown(event, '更改', 'changed'),
  ContactAdded: (event) => contactPutDown(event, '登记', 'put down'),
  ContactChanged: (event) => contactPutDown(event, '更改', 'changed'),
  ContactRemoved: ({ data: { contact }, actor }) => ({
    zh: chinese`${who(actor).zh}删去联系人${contact}。`,
    en: `${who(actor).en} took contact ${contact} off the file.`,
  }),
  CustomerConsented: ({ data: { purpose, given, words }, actor }) => ({
    zh: chinese`${who(actor).zh}记下：客户${given ? '同意' : '不同意'}${PURPOSES[purpose].zh}（${quoted(words)}）。`,
    en: `${who(actor).en} put down that the customer ${given ? 'agrees' : 'does not agree'} to ${PURPOSES[purpose].en} (${quoted(words)}).`,
  }),
  ErasureHeld: ({ data: { basis, until }, actor }) => ({
    zh: chinese`${who(actor).zh}登记：依法须保留个人数据至${until}（含当日）：${quoted(basis)}。`,
    en: `${who(actor).en} put down that a law asks for the personal data until ${until}, included: ${quoted(basis)}.`,
  }),
  ErasureBegun: ({ data: { reason, files, with: another }, actor }) => {
    const too = withFiles(files, another);
    return {
      zh: chinese`${who(actor).zh}决定删除该客户的个人数据（${quoted(reason)}）${too.zh}；在此期间不再为其办理新的事项。`,
      en: `${who(actor).en} decided to erase the personal data of the customer (${quoted(reason)})${too.en}; nothing is begun for them meanwhile.`,
    };
  },
  ErasureGivenUp: ({ data }) => {
    const { zh, en } = goesOn(data);
    return {
      zh: chinese`未删除该客户的个人数据：${zh}；一切如前。`,
      en: `The personal data of the customer was not erased: ${en}; all is as it was.`,
    };
  },
  PersonErased: ({ data: { reason, tickets, sales, files = [], with: another }, actor }) => {
    const too = withFiles(files, another);
    return {
      zh: chinese`${who(actor).zh}删除了该客户的个人数据（${quoted(reason)}），连同${tickets.length}张工单、${sales.length}笔销售中的${too.zh}；依法保留服务记录、账目与保修期限，不再指明是谁。`,
      en: `${who(actor).en} erased the personal data of the customer (${quoted(reason)}), with that of ${plural(tickets.length, 'ticket')} and ${plural(sales.length, 'sale')}${too.en}; service records, accounts and dates of cover stay by law, and say no more whose they are.`,
    };
  },
  PersonKeysDestroyed: () => ({
    zh: '封存该客户个人数据的密钥已销毁。',
    en: 'The keys under which the personal data of the customer was sealed are destroyed.',
  }),
});

/** The other files of the same person, or the one that this one goes with. */
function withFiles(files: readonly string[], another: string | undefined): Bilingual {
  if (another !== undefined)
    return { zh: chinese`，随档案${another}一起`, en: `, along with file ${another}` };
  if (files.length === 0) return { zh: '', en: '' };
  return {
    zh: chinese`，连同其另外的档案${files.join('、')}`,
    en: `, and their other ${files.length === 1 ? 'file' : 'files'} ${files.join(', ')}`,
  };
}

/** Why somebody was not erased. */
function goesOn({ with: another, ...obstacles }: ErasureGivenUp['data']): Bilingual {
  if (another !== undefined) return { zh: chinese`见档案${another}`, en: `see file ${another}` };
  const { tickets, complaints, contracts, files } = obstacles;
  const named = [
    { ids: tickets, zh: '未关闭的工单', en: 'tickets go on' },
    { ids: complaints, zh: '未结案的投诉', en: 'complaints go on' },
    { ids: contracts, zh: '生效中的合同', en: 'contracts are in force' },
    { ids: files, zh: '另外的档案已变为', en: 'their other files are now' },
  ].filter(({ ids }) => ids.length > 0);
  return {
    zh: named.map(({ ids, zh }) => chinese`${zh}${ids.join('、')}`).join('；'),
    en: named.map(({ ids, en }) => `${en} (${ids.join(', ')})`).join('; '),
  };
}

interface Told<Data> {
  readonly actor: Actor;
  readonly data: Data;
}

function described({ actor, data }: Told<Details>, zh: string, en: string): Bilingual {
  const { name, phone } = data;
  return {
    zh: chinese`${who(actor).zh}${zh}${name}，电话${phone}。`,
    en: `${who(actor).en} ${en} ${name}, phone ${phone}.`,
  };
}

function putDown({ actor, data }: Told<Site>, zh: string, en: string): Bilingual {
  const { site, address, landmark, phone, access } = data;
  const near = where(landmark, chinese`，附近有${landmark ?? ''}`, `, near ${landmark}`);
  const call = where(phone, chinese`，电话${phone}`, `, phone ${phone}`);
  const enter = where(
    access,
    chinese`，进入方法：${quoted(access)}`,
    `, to get in: ${quoted(access)}`,
  );
  return {
    zh: chinese`${who(actor).zh}${zh}地点${site}：${quoted(address)}${near.zh}${call.zh}${enter.zh}。`,
    en: `${who(actor).en} ${en} site ${site}: ${quoted(address)}${near.en}${call.en}${enter.en}.`,
  };
}

function contactPutDown({ actor, data }: Told<Contact>, zh: string, en: string): Bilingual {
  const { contact, name, roles, phone, site } = data;
  const call = where(phone, chinese`，电话${phone}`, `, phone ${phone}`);
  const at = where(site, chinese`，地点${site}`, `, for site ${site}`);
  const is = list(
    roles.map((role) => ROLES[role]),
    ROLES.contact,
  );
  return {
    zh: chinese`${who(actor).zh}${zh}联系人${contact}：${quoted(name)}，${is.zh}${call.zh}${at.zh}。`,
    en: `${who(actor).en} ${en} contact ${contact}: ${quoted(name)}, ${is.en}${call.en}${at.en}.`,
  };
}
