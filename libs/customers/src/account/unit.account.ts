import {
  chinese,
  list,
  plainAccount,
  plural,
  quoted,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type {
  Component,
  Described,
  UnitEvent,
  UnitKind,
  UnitRetired,
  Warranty,
  Whereabouts,
} from '../domain/unit/unit.events.js';

const KINDS: Readonly<Record<UnitKind, Bilingual>> = {
  product: { zh: '产品', en: 'product' },
  system: { zh: '系统', en: 'system' },
};

const COUNTED: Readonly<Record<Warranty['countedFrom'], Bilingual>> = {
  'final-acceptance': { zh: '最终验收', en: 'the final acceptance' },
  purchase: { zh: '购买', en: 'the purchase' },
};

const ENDS: Readonly<Record<UnitRetired['data']['how'], Bilingual>> = {
  scrapped: { zh: '已报废', en: 'it was scrapped' },
  replaced: { zh: '已由另一台替换', en: 'another took its place' },
  'taken-back': { zh: '已收回', en: 'it was taken back' },
};

const NOBODY: Bilingual = { zh: '无登记的客户', en: 'nobody on file' };

/** The history of a unit's file in plain words. */
export const unitAccount = plainAccount<UnitEvent>({
  UnitRegistered: ({ data, actor }) => {
    const { unit, kind, product, components } = data;
    const parts = where(
      components.length,
      `，有条码的部件${components.length}个`,
      `, with ${plural(components.length, 'component')} that ${components.length === 1 ? 'has a barcode' : 'have barcodes'}`,
    );
    const [owner, until, papers] = [of(data), warranted(data.warranty), documents(data)];
    return {
      zh: chinese`${who(actor).zh}登记${KINDS[kind].zh}${unit}：${quoted(product)}，${owner.zh}${parts.zh}${papers.zh}；${until.zh}。`,
      en: `${who(actor).en} registered ${KINDS[kind].en} ${unit}: ${quoted(product)}, of ${owner.en}${parts.en}${papers.en}; ${until.en}.`,
    };
  },
  UnitAccepted: ({ data: { acceptedOn, warranty }, actor }) => {
    const until = warranted(warranty);
    return {
      zh: chinese`${who(actor).zh}登记${acceptedOn}最终验收；${until.zh}。`,
      en: `${who(actor).en} put down the final acceptance on ${acceptedOn}; ${until.en}.`,
    };
  },
  UnitCorrected: ({ data, actor }) => {
    const [until, papers] = [warranted(data.warranty), documents(data)];
    return {
      zh: chinese`${who(actor).zh}更正档案：${quoted(data.product)}${papers.zh}；${until.zh}；理由：${quoted(data.reason)}。`,
      en: `${who(actor).en} corrected the file: ${quoted(data.product)}${papers.en}; ${until.en}; because: ${quoted(data.reason)}.`,
    };
  },
  UnitMoved: ({ data, actor }) => {
    const [from, to] = [of(data.before), of(data)];
    return {
      zh: chinese`${who(actor).zh}登记其归属由${from.zh}改为${to.zh}。`,
      en: `${who(actor).en} put down that it was moved from ${from.en} to ${to.en}.`,
    };
  },
  ComponentAdded: ({ data: { component, ticket }, actor }) => ({
    zh: chinese`${who(actor).zh}登记新装部件${called(component)}${on(ticket).zh}。`,
    en: `${who(actor).en} put down that component ${called(component)} came${on(ticket).en}.`,
  }),
  ComponentReplaced: ({ data: { replaced, by, ticket }, actor }) => ({
    zh: chinese`${who(actor).zh}登记部件${replaced}更换为${called(by)}${on(ticket).zh}。`,
    en: `${who(actor).en} put down that component ${replaced} was replaced by ${called(by)}${on(ticket).en}.`,
  }),
  ContractProposed: ({ data: { customer, until } }) => ({
    zh: chinese`保修将于${until}届满，提请与客户${customer}签订维护合同。`,
    en: `The warranty ends on ${until}: customer ${customer} is to be offered a maintenance contract.`,
  }),
  UnitRetired: ({ data: { how }, actor }) => ({
    zh: chinese`${who(actor).zh}登记停用：${ENDS[how].zh}。`,
    en: `${who(actor).en} put down that ${ENDS[how].en}.`,
  }),
});

function of({ customer, site }: Whereabouts): Bilingual {
  if (customer === undefined) return NOBODY;
  const at = where(site, chinese`地点${site ?? ''}`, ` at site ${site}`);
  return { zh: chinese`客户${customer}${at.zh}`, en: `customer ${customer}${at.en}` };
}

function documents({ documents: numbers }: Pick<Described, 'documents'>): Bilingual {
  const all = list(numbers, NOBODY);
  return where(numbers.length, chinese`，凭证${all.zh}`, `, by ${all.en}`);
}

function warranted(warranty: Warranty | undefined): Bilingual {
  if (!warranty) return { zh: '保修尚未起算', en: 'its warranty has not begun' };
  const { countedFrom, from, until, document } = warranty;
  const by = where(document, chinese`（按${document ?? ''}）`, ` (by ${document})`);
  const since = COUNTED[countedFrom];
  return {
    zh: chinese`保修自${since.zh}之日${from}起，至${until}（含当日）${by.zh}`,
    en: `its warranty runs from ${since.en} on ${from} to ${until}, included${by.en}`,
  };
}

function called({ barcode, name }: Component): string {
  return `${barcode} ${quoted(name)}`;
}

function on(ticket: string | undefined): Bilingual {
  return where(ticket, chinese`（工单${ticket ?? ''}）`, ` on ticket ${ticket}`);
}
