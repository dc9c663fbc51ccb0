import {
  chinese,
  day,
  quoted,
  until as untilWhen,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual, Instant } from '@app/kernel';
import type { EntitlementChecked } from '../../domain/ticket/ticket.events.js';

const ENTITLEMENTS = {
  'in-warranty': { zh: '在保修期内', en: 'in warranty' },
  'under-contract': { zh: '在合同期内', en: 'under contract' },
  chargeable: { zh: '属收费服务', en: 'chargeable' },
} as const;

const ENDED = {
  'in-warranty': { zh: '保修期', en: 'the warranty' },
  'under-contract': { zh: '合同期', en: 'the contract' },
  unknown: { zh: '保修期或合同期', en: 'the warranty or contract' },
} as const;

const DECIDED = {
  'in-warranty': { zh: '按保修期内处理', en: 'in warranty' },
  'under-contract': { zh: '按合同期内处理', en: 'under contract' },
  chargeable: { zh: '按收费服务处理', en: 'chargeable' },
} as const;

const CHECKED_BY = {
  document: { zh: '按售后服务凭证', en: 'by the service document' },
  barcode: { zh: '按部件条码', en: 'by the component barcode' },
} as const;

type Checked = EntitlementChecked['data'];

/** What the customer may claim: by what they showed, or as a supervisor decided. */
export function entitlementChecked({ data, actor, occurredAt }: EntitlementChecked): Bilingual {
  const by = who(actor);
  if (data.by === 'override') return decided(data, by, occurredAt);
  const how = CHECKED_BY[data.by];
  const asked = where(
    data.documentNotFound,
    '客户找不到凭证，',
    ' (the customer cannot find the document)',
  );
  const number = where(data.reference, data.reference ?? '', ` ${data.reference}`);
  const right = entitled(data, occurredAt);
  const unit = unitFound(data);
  return {
    zh: chinese`${asked.zh}${by.zh}${how.zh}${number.zh}${unit.zh}核对服务权益：${right.zh}。`,
    en: `${by.en} checked the entitlement ${how.en}${number.en}${asked.en}${unit.en}: ${right.en}.`,
  };
}

/** Which unit of the installed base it is on, and what had become of the component. */
function unitFound({ unit: found }: Checked): Bilingual {
  if (!found) return { zh: '', en: '' };
  const { unit, product, component } = found;
  const gone = where(
    component?.replacedBy,
    chinese`，该部件已由${component?.replacedBy ?? ''}更换`,
    `, whose component was replaced by ${component?.replacedBy}`,
  );
  return {
    zh: chinese`（设备${unit}${quoted(product)}${gone.zh}）`,
    en: `, on unit ${unit} ${quoted(product)}${gone.en}`,
  };
}

/** What a supervisor decided, whatever the document says, and why. */
function decided(data: Checked, by: Bilingual, near: Instant): Bilingual {
  const right = DECIDED[data.entitlement.kind];
  const more = proof(data, near);
  const looked = where(
    data.reference,
    chinese`（所查编号${data.reference}）`,
    ` (having looked at ${data.reference})`,
  );
  const reason = where(
    data.overrideReason,
    chinese`，理由：${quoted(data.overrideReason)}`,
    `, because: ${quoted(data.overrideReason)}`,
  );
  return {
    zh: chinese`${by.zh}决定${right.zh}${looked.zh}${more.zh}${reason.zh}。`,
    en: `${by.en} decided that the service is ${right.en}${looked.en}${more.en}${reason.en}.`,
  };
}

/** What the customer may claim, or what they could until it ended. */
function entitled(data: Checked, near: Instant): Bilingual {
  const { kind } = data.entitlement;
  const { zh, en } = ENTITLEMENTS[kind];
  if (kind === 'chargeable') return uncovered(data, near);
  const more = proof(data, near);
  const then = asOfCall(data);
  return { zh: chinese`${then.zh}${zh}${more.zh}`, en: `${en}${then.en}${more.en}` };
}

/** What covers nothing, and why: it had ended by the call, or begins only after it. */
function uncovered(data: Checked, near: Instant): Bilingual {
  const { kind, from, until } = data.entitlement;
  const { zh, en } = ENTITLEMENTS[kind];
  const then = asOfCall(data);
  if (data.notYet !== undefined && from !== undefined) {
    const [what, first] = [ENDED[data.notYet], day(from)];
    return {
      zh: chinese`${what.zh}自${first.zh}起，报修在此之前，${zh}`,
      en: `${what.en} begins on ${first.en}, after the call; ${en}`,
    };
  }
  if (until !== undefined && (data.ended !== undefined || until < near)) {
    const [what, last] = [ENDED[data.ended ?? 'unknown'], day(until)];
    return {
      zh: chinese`${then.zh}${what.zh}已于${last.zh}届满，${zh}`,
      en: `${what.en} ended on ${last.en}; ${en}`,
    };
  }
  const more = proof(data, near);
  return { zh: chinese`${zh}${more.zh}`, en: `${en}${more.en}` };
}

/** Where it is otherwise by now than it was at the call, which counts. */
function asOfCall({ asOf }: Checked): Bilingual {
  return where(asOf, '报修时', ' at the time of the call');
}

/** The number that says so, told once, and until when. */
function proof({ entitlement, reference: shown }: Checked, near: Instant): Bilingual {
  const { reference, until } = entitlement;
  const under = where(
    reference !== shown && reference,
    chinese`（${reference}）`,
    ` (${reference})`,
  );
  const end = until === undefined ? undefined : untilWhen(until, near);
  return {
    zh: chinese`${under.zh}${end ? chinese`，至${end.zh}` : ''}`,
    en: `${under.en}${end ? `, until ${end.en}` : ''}`,
  };
}
