import {
  chinese,
  length,
  list,
  onOrAt,
  period,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual, Instant } from '@app/kernel';
import type { LabourSaid, PartSaid, PreparationSaid } from '../../domain/ticket/ticket.events.js';
import type { Sentences } from '../sentence-context.js';

const CAUSES = {
  'company-product': { zh: '本公司产品', en: "the company's product" },
  external: { zh: '外部原因', en: 'an external cause' },
  'no-fault': { zh: '未发现故障', en: 'no fault' },
} as const;

/** What was written down wrongly, as it is now and as it was. */
export const correctionSentences: Sentences<
  | 'LabourCorrected'
  | 'LabourWithdrawn'
  | 'PartCorrected'
  | 'PartWithdrawn'
  | 'PartUseExplained'
  | 'PreparationCorrected'
  | 'RepairCauseCorrected'
> = {
  LabourCorrected: ({ data, actor, occurredAt }) => {
    const by = who(actor);
    const { entry, technician, before, reason } = data;
    const [now, was] = [labourText(data, occurredAt), labourText(before, occurredAt)];
    return {
      zh: chinese`${by.zh}更正技术员${technician}的工时（第${entry}项）：${now.zh}，原为${was.zh}，原因：${quoted(reason)}。`,
      en: `${by.en} corrected the labour of technician ${technician} (entry ${entry}): ${now.en} instead of ${was.en}; because: ${quoted(reason)}.`,
    };
  },
  LabourWithdrawn: ({ data, actor, occurredAt }) => {
    const by = who(actor);
    const { entry, technician, before, reason } = data;
    const was = labourText(before, occurredAt);
    return {
      zh: chinese`${by.zh}撤回技术员${technician}的工时（第${entry}项）：${was.zh}，原因：${quoted(reason)}。`,
      en: `${by.en} withdrew the labour of technician ${technician} (entry ${entry}): ${was.en}; because: ${quoted(reason)}.`,
    };
  },
  PartCorrected: ({ data, actor }) => {
    const by = who(actor);
    const { entry, technician, before, reason } = data;
    const [now, was] = [partText(data), partText(before)];
    return {
      zh: chinese`${by.zh}更正技术员${technician}使用的配件（第${entry}项）：${now.zh}，原为${was.zh}，原因：${quoted(reason)}。`,
      en: `${by.en} corrected what technician ${technician} used (entry ${entry}): ${now.en} instead of ${was.en}; because: ${quoted(reason)}.`,
    };
  },
  PartWithdrawn: ({ data, actor }) => {
    const by = who(actor);
    const { entry, technician, before, reason } = data;
    const was = partText(before);
    return {
      zh: chinese`${by.zh}撤回配件登记（第${entry}项）：${was.zh}，并未使用，仍在技术员${technician}手中，原因：${quoted(reason)}。`,
      en: `${by.en} withdrew the use of ${was.en} (entry ${entry}): not used, and in the hands of technician ${technician} again; because: ${quoted(reason)}.`,
    };
  },
  PartUseExplained: ({ data: { entry, technician, sku, quantity, uncovered = 0 } }) => {
    const left = where(
      uncovered > 0,
      chinese`，尚有${uncovered}待说明`,
      `; ${uncovered} are still to be explained`,
    );
    return {
      zh: chinese`技术员${technician}使用的${sku}（第${entry}项）中，当时不在手中的${quantity}由补办的领用说明了来源${left.zh}。`,
      en: `Of ${sku} that technician ${technician} used (entry ${entry}), ${quantity} that had not been in hand are explained by an issue that was recorded later${left.en}.`,
    };
  },
  RepairCauseCorrected: ({ data, actor, occurredAt }) => {
    const by = who(actor);
    const [now, was] = [CAUSES[data.cause], CAUSES[data.before]];
    const repaired = when(data.repairedAt, occurredAt);
    return {
      zh: chinese`${by.zh}更正${repaired.zh}维修结果的故障原因：${now.zh}，原为${was.zh}，理由：${quoted(data.reason)}。`,
      en: `${by.en} corrected what the fault of the repair ${onOrAt(repaired.en)} came of: ${now.en} instead of ${was.en}; because: ${quoted(data.reason)}.`,
    };
  },
  PreparationCorrected: ({ data, actor }) => {
    const by = who(actor);
    const [now, was] = [preparationText(data), preparationText(data.before)];
    return {
      zh: chinese`${by.zh}更正上门准备的登记：${now.zh}；原为：${was.zh}；原因：${quoted(data.reason)}。`,
      en: `${by.en} corrected the preparation: ${now.en}; formerly ${was.en}; because: ${quoted(data.reason)}.`,
    };
  },
};

/** `09:50–10:20，30 分钟（维修）`. */
export function labourText({ span, workType }: LabourSaid, near: Instant): Bilingual {
  const [hours, time] = [period(span, near), length(span)];
  return {
    zh: chinese`${hours.zh}，${time.zh}（${workType}）`,
    en: `${hours.en}, ${time.en} (${workType})`,
  };
}

/** `CAP-35，数量 2，序列号 S-9`. */
export function partText({ sku, quantity, serial, lot }: PartSaid): Bilingual {
  const number = where(
    serial ?? lot,
    serial === undefined ? chinese`，批号${lot}` : chinese`，序列号${serial}`,
    serial === undefined ? `, lot ${lot}` : `, serial number ${serial}`,
  );
  return {
    zh: chinese`${sku}，数量${quantity}${number.zh}`,
    en: `${sku}, quantity ${quantity}${number.en}`,
  };
}

/** Badge and working clothes, tools and parts. */
export function preparationText({ badge, uniform, tools, parts }: PreparationSaid): Bilingual {
  const none = { zh: '无', en: 'none' };
  const [listed, packed] = [
    list(tools, none),
    list(
      parts.map(({ sku, quantity }) => `${sku} × ${quantity}`),
      none,
    ),
  ];
  return {
    zh: chinese`上岗证${badge ? '已' : '未'}佩戴，工作服${uniform ? '已' : '未'}穿着；工具：${listed.zh}；配件：${packed.zh}`,
    en: `badge ${badge ? 'worn' : 'not worn'}, uniform ${uniform ? 'worn' : 'not worn'}; tools: ${listed.en}; parts: ${packed.en}`,
  };
}
