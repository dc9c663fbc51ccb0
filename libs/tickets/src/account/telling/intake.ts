import { chinese, list, quoted, where, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { INTAKE_FIELDS, type Intake } from '../../domain/ticket/intake.js';
import type { CustomerLinked, TicketOpened } from '../../domain/ticket/ticket.events.js';
import { signedBy, signs } from './on-site.js';
import { METHODS } from './payment-methods.js';
import type { Sentences } from '../sentence-context.js';

const SOURCES = {
  hotline: { zh: '热线来电', en: 'called the hotline' },
  'walk-in': { zh: '来访', en: 'came in person' },
  letter: { zh: '来信', en: 'wrote a letter' },
  complaint: { zh: '投诉', en: 'complained' },
  'periodic-maintenance': { zh: '定期维护到期', en: 'was due for periodic maintenance' },
  emergency: { zh: '紧急报修', en: 'reported an emergency' },
} as const;

const FIELDS: Readonly<Record<keyof Intake, Bilingual>> = {
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '地址', en: 'address' },
  landmark: { zh: '附近标志物', en: 'landmark' },
  fault: { zh: '故障', en: 'fault' },
};

/** The call, and what was set right of it. */
export const intakeSentences: Sentences<
  'TicketOpened' | 'IntakeCorrected' | 'CustomerLinked' | 'TicketRaisedToEmergency'
> = {
  TicketOpened: ({ data, actor }) => {
    const source = SOURCES[data.source];
    const by = who(actor);
    const near =
      data.landmark === null
        ? where(true, '，附近标志物不详', ', landmark not known')
        : where(true, chinese`，附近有${data.landmark}`, `, near ${data.landmark}`);
    const urgent = where(
      data.emergency && data.source !== 'emergency',
      '，属紧急情况',
      ' It is an emergency.',
    );
    const more = agreed(data);
    const signed = atTheCounter(data);
    return {
      zh: chinese`客户${data.name}（电话${data.phone}）${source.zh}：${quoted(data.fault)}${urgent.zh}。地址：${data.address}${near.zh}。${more.zh}由${by.zh}受理${signed.zh}。`,
      en: `The customer ${data.name} (phone ${data.phone}) ${source.en}: ${quoted(data.fault)}.${urgent.en} Address: ${data.address}${near.en}.${more.en} Taken by ${by.en}${signed.en}.`,
    };
  },
  IntakeCorrected: ({ data, actor }) => {
    const by = who(actor);
    const changes = changed(data, data.before);
    return {
      zh: chinese`${by.zh}更正受理登记：${changes.zh}，原因：${quoted(data.reason)}。`,
      en: `${by.en} corrected what the call was put down as: ${changes.en}; because: ${quoted(data.reason)}.`,
    };
  },
  TicketRaisedToEmergency: ({ data, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}将工单升为紧急情况，原因：${quoted(data.reason)}。`,
      en: `${by.en} raised the ticket to an emergency; because: ${quoted(data.reason)}.`,
    };
  },
  CustomerLinked: ({ data, actor }) => {
    const by = who(actor);
    const file = fileText(data);
    const was = 'customer' in data.before || 'site' in data.before ? formerly(data) : undefined;
    const changes = changed(data, data.before);
    const also = where(changes.zh, `；${changes.zh}`, `; ${changes.en}`);
    return {
      zh: chinese`${by.zh}将工单归入${file.zh}${was?.zh}${also.zh}，原因：${quoted(data.reason)}。`,
      en: `${by.en} linked the ticket to ${file.en}${was?.en ?? ''}${also.en}; because: ${quoted(data.reason)}.`,
    };
  },
};

/** The agreement, the place of delivery and the way of payment (N12.1), each where it was said. */
function agreed({ agreement, deliveryPlace, paymentMethod }: TicketOpened['data']): Bilingual {
  const method = paymentMethod && METHODS[paymentMethod];
  const parts = [
    where(agreement, chinese`约定：${quoted(agreement)}`, `Agreement: ${quoted(agreement)}`),
    where(
      deliveryPlace,
      chinese`送货地点：${quoted(deliveryPlace)}`,
      `Place of delivery: ${quoted(deliveryPlace)}`,
    ),
    where(method, chinese`付款方式：${method?.zh}`, `To be paid ${method?.en}`),
  ].filter(({ zh }) => zh !== '');
  return {
    zh: parts.length > 0 ? `${parts.map(({ zh }) => zh).join('，')}。` : '',
    en: parts.map(({ en }) => ` ${en}.`).join(''),
  };
}

function atTheCounter({ signature }: TicketOpened['data']): Bilingual {
  if (!signature) return where(false, '', '');
  const by = signedBy(signature);
  const how = signs(signature);
  return { zh: chinese`，${by.zh}${how.zh}`, en: `; ${by.en.replace('The', 'the')} ${how.en} it` };
}

/** `姓名由“孙莉”改为“孙丽”`, field by field. */
function changed(now: Partial<Intake>, before: Partial<Intake>): Bilingual {
  const fields = INTAKE_FIELDS.filter((field) => before[field] !== undefined);
  return list(
    fields.map((field) => {
      const [was, is] = [valueText(before[field]), valueText(now[field])];
      const { zh, en } = FIELDS[field];
      return {
        zh: chinese`${zh}由${was.zh}改为${is.zh}`,
        en: `${en} ${is.en} instead of ${was.en}`,
      };
    }),
    { zh: '', en: '' },
  );
}

function valueText(value: string | null | undefined): Bilingual {
  return value === null || value === undefined
    ? { zh: '不详', en: 'not known' }
    : { zh: quoted(value), en: quoted(value) };
}

function fileText({ customer, site }: { customer?: string; site?: string }): Bilingual {
  const at = where(site, chinese`（地点${site}）`, ` (site ${site})`);
  return {
    zh: chinese`客户档案${customer}${at.zh}`,
    en: `the file of customer ${customer}${at.en}`,
  };
}

function formerly({ before, customer }: CustomerLinked['data']): Bilingual {
  const was = fileText({ customer, ...before });
  return { zh: chinese`，原为${was.zh}`, en: `, formerly ${was.en}` };
}
