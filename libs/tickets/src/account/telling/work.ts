import { chinese, length, onOrAt, quoted, where, when, who } from '@app/audit/src/words/index.js';
import { isWorkGoingOn } from '../../domain/visit/work-going-on.js';
import { emergencyText, wishText } from './appointment.js';
import { labourText, partText } from './corrections.js';
import { handedOver, photographs } from './on-site.js';
import { entered, type Sentences } from '../sentence-context.js';
import { suspensionOf } from '../../domain/visit/visit.state.js';

const REASONS = {
  'rest-or-meal': { zh: '客户休息或用餐', en: 'because the customer rests or eats' },
  'part-awaited': { zh: '等待配件', en: 'because a part is awaited' },
  'customer-unavailable': { zh: '客户不便', en: 'because the customer is not available' },
  other: { zh: '其他原因', en: 'for another reason' },
} as const;

const CAUSES = {
  'company-product': { zh: '，原因：本公司产品所致；', en: "; cause: the company's product;" },
  external: { zh: '，原因：外部原因；', en: '; cause: an external cause;' },
  // That nothing was found is what the test showed, and no cause.
  'no-fault': { zh: '，', en: ';' },
} as const;

/** The work, and products that go to the workshop and come back. */
export const workSentences: Sentences<
  | 'ProductTakenIn'
  | 'ProductReturned'
  | 'WorkStarted'
  | 'WorkSuspended'
  | 'WorkResumed'
  | 'LabourLogged'
  | 'PartConsumed'
  | 'RepairCompleted'
  | 'SiteCleaned'
> = {
  ProductTakenIn: ({ data, actor }) => {
    const by = who(actor);
    const agreed = data.agreedBy
      ? { zh: chinese`经${data.agreedBy}同意`, en: `With the agreement of ${data.agreedBy}` }
      : { zh: '未经客户同意', en: 'Without the agreement of the customer' };
    const slip = data.custodySlip
      ? { zh: chinese`保管单号${data.custodySlip}`, en: `custody slip ${data.custodySlip}` }
      : { zh: '未开具保管单', en: 'no custody slip' };
    const photos = photographs(data.photos);
    const signed = handedOver(data.signature);
    return {
      zh: chinese`${agreed.zh}，${by.zh}将产品${data.product}带回，${slip.zh}${photos.zh}${signed.zh}。`,
      en: `${agreed.en}, ${by.en} took the product ${data.product} along; ${slip.en}${photos.en}${signed.en}.`,
    };
  },
  ProductReturned: ({ data, actor }) => {
    const by = who(actor);
    const signed = handedOver(data.signature);
    const { relationship } = data;
    const as = where(relationship, `（${relationship}）`, ` (${relationship})`);
    return {
      zh: chinese`${by.zh}归还产品${data.product}，${data.receivedBy}${as.zh}已领回${signed.zh}。`,
      en: `${by.en} returned the product ${data.product}; received by ${data.receivedBy}${as.en}${signed.en}.`,
    };
  },
  WorkStarted: ({ actor }) => {
    const by = who(actor);
    return { zh: chinese`${by.zh}开始维修。`, en: `${by.en} began the work.` };
  },
  WorkSuspended: ({ data, actor, occurredAt }, context) => {
    const by = who(actor);
    const reason = REASONS[data.reason];
    const resume = when(data.resumeAt, occurredAt);
    const wish = wishText(data.customerWishes);
    const urgent = emergencyText(data.resumeAt, context);
    const asked = {
      zh: `，${data.apologised ? '已' : '未'}致歉，${data.hoursAsked ? '已' : '未'}问清客户的时间`,
      en: `, ${data.apologised ? 'with' : 'without'} an apology, the customer's hours ${data.hoursAsked ? '' : 'not '}asked`,
    };
    const { visits = [] } = context.ticket ?? {};
    const others = visits.filter(({ visit }) => visit !== data.visit);
    const side = where(
      data.customerSide && !isWorkGoingOn(others),
      '（客户方原因，排除故障时限暂停）',
      " (on the customer's side; the restoration deadline waits meanwhile)",
    );
    return {
      zh: chinese`${by.zh}中断维修，原因：${reason.zh}${side.zh}${asked.zh}，约定${resume.zh}继续${wish.zh}${urgent.zh}。`,
      en: `${by.en} interrupted the work ${reason.en}${side.en}${asked.en}; to go on ${onOrAt(resume.en)}${wish.en}${urgent.en}.`,
    };
  },
  WorkResumed: ({ data, actor, occurredAt }, context) => {
    const by = who(actor);
    const { visit } = context;
    const wish = wishText(data.customerWishes);
    const urgent = emergencyText(occurredAt, context);
    const since = visit && suspensionOf(visit)?.since;
    const pause = since === undefined ? undefined : length({ from: since, until: occurredAt });
    return {
      zh: chinese`${by.zh}继续维修${pause ? chinese`，中断了${pause.zh}` : ''}${wish.zh}${urgent.zh}。`,
      en: `${by.en} went on with the work${pause ? ` after ${pause.en}` : ''}${wish.en}${urgent.en}.`,
    };
  },
  LabourLogged: ({ data, actor, occurredAt }, context) => {
    const { entry, technician } = data;
    const labour = labourText(data, occurredAt);
    const by = entered(actor, context);
    return {
      zh: chinese`登记技术员${technician}的工时（第${entry}项）：${labour.zh}${by.zh}。`,
      en: `Labour of technician ${technician} was logged (entry ${entry}): ${labour.en}${by.en}.`,
    };
  },
  PartConsumed: ({ data, actor }, context) => {
    const { entry, technician } = data;
    const part = partText(data);
    const by = entered(actor, context);
    return {
      zh: chinese`技术员${technician}使用配件${part.zh}（第${entry}项）${by.zh}。`,
      en: `Technician ${technician} used part ${part.en} (entry ${entry})${by.en}.`,
    };
  },
  RepairCompleted: ({ data, actor, occurredAt }, context) => {
    const by = who(actor);
    const cause = CAUSES[data.cause];
    const faultless = where(data.cause === 'no-fault', '未发现故障，', 'no fault was found, ');
    const photos = photographs(data.photos);
    const wish = wishText(data.customerWishes);
    const urgent = emergencyText(occurredAt, context);
    return {
      zh: chinese`${by.zh}${data.restored ? '完成维修' : '结束本次维修'}${cause.zh}测试结果：${faultless.zh}${quoted(data.testResult)}；${data.restored ? '服务已恢复' : '服务尚未恢复'}${photos.zh}${wish.zh}${urgent.zh}。`,
      en: `${by.en} ${data.restored ? 'finished the repair' : 'ended the work of this visit'}${cause.en} test result: ${faultless.en}${quoted(data.testResult)}; service ${data.restored ? 'restored' : 'not yet restored'}${photos.en}${wish.en}${urgent.en}.`,
    };
  },
  SiteCleaned: ({ actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}带走了维修产生的垃圾。`,
      en: `${by.en} took the rubbish of the repair along.`,
    };
  },
};
