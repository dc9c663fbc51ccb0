import {
  chinese,
  inRole,
  plainAccount,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import type { Bilingual } from '@app/kernel';
import { found } from '../domain/tool/found.js';
import type { ToolCheckedOut, ToolCondition, ToolEvent } from '../domain/tool/tool.events.js';

const CONDITIONS: Readonly<Record<ToolCondition, Bilingual>> = {
  good: { zh: '完好', en: 'in order' },
  damaged: { zh: '损坏', en: 'damaged' },
};

/** The history of a tool in plain words. */
export const toolAccount = plainAccount<ToolEvent>(
  {
    ToolRegistered: ({ data: { tool, name, serial, needsCalibration }, actor }) => {
      const measures = where(needsCalibration, '，须定期校准', '; it has to be calibrated');
      return {
        zh: chinese`${who(actor).zh}登记工具${tool}：${quoted(name)}，序列号${serial}${measures.zh}。`,
        en: `${who(actor).en} registered tool ${tool}: ${quoted(name)}, serial number ${serial}${measures.en}.`,
      };
    },
    ToolSerialCorrected: ({ data: { serial, was, reason }, actor }) => ({
      zh: chinese`${who(actor).zh}将工具序列号由${was}更正为${serial}：${quoted(reason)}。`,
      en: `${who(actor).en} corrected the tool's serial number from ${was} to ${serial}: ${quoted(reason)}.`,
    }),
    ToolCheckedOut: ({ data, actor }) => {
      const more = termsOf(data);
      return {
        zh: chinese`${who(actor).zh}将工具发给${inRole(data.employee).zh}${more.zh}。`,
        en: `${who(actor).en} handed the tool out to ${inRole(data.employee).en}${more.en}.`,
      };
    },
    ToolAccepted: ({ data }) => ({
      zh: chinese`${inRole(data.employee).zh}确认领到工具。`,
      en: `${inRole(data.employee).en} accepted the tool.`,
    }),
    ToolDeclined: ({ data: { employee, reason }, actor }) => ({
      zh: chinese`${who(actor).zh}取消向${inRole(employee).zh}的交接：${quoted(reason)}。`,
      en: `${who(actor).en} called off that the tool goes to ${inRole(employee).en}: ${quoted(reason)}.`,
    }),
    ToolOffered: ({ data }) => ({
      zh: chinese`${inRole(data.from).zh}将工具转交${inRole(data.employee).zh}，待其确认。`,
      en: `${inRole(data.from).en} handed the tool on to ${inRole(data.employee).en}, who has to accept it.`,
    }),
    ToolTransferred: ({ data }) => ({
      zh: chinese`${inRole(data.employee).zh}确认从${inRole(data.from).zh}处接过工具。`,
      en: `${inRole(data.employee).en} accepted the tool from ${inRole(data.from).en}.`,
    }),
    ToolLoanExtended: ({ data, actor, occurredAt }) => {
      const due = when(data.due, occurredAt);
      return {
        zh: chinese`${who(actor).zh}同意${inRole(data.employee).zh}续借至${due.zh}。`,
        en: `${who(actor).en} let ${inRole(data.employee).en} keep the tool until ${due.en}.`,
      };
    },
    ToolReturned: ({ data: { employee, condition, remark }, actor }) => {
      const { zh, en } = CONDITIONS[condition];
      const more = where(remark, chinese`，${quoted(remark)}`, `, ${quoted(remark)}`);
      return {
        zh: chinese`${who(actor).zh}从${inRole(employee).zh}处收回工具，${zh}${more.zh}。`,
        en: `${who(actor).en} took the tool back from ${inRole(employee).en}, ${en}${more.en}.`,
      };
    },
    ToolDamaged: ({ data: { employee, what }, actor }) => {
      const holder = inRole(employee ?? '');
      const held = where(employee, chinese`（当时在${holder.zh}手中）`, ` (held by ${holder.en})`);
      return {
        zh: chinese`${who(actor).zh}登记工具损坏${held.zh}：${quoted(what)}。`,
        en: `${who(actor).en} recorded that the tool is damaged${held.en}: ${quoted(what)}.`,
      };
    },
    ToolRepaired: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}登记工具修复：${quoted(data.what)}。`,
      en: `${who(actor).en} recorded that the tool was repaired: ${quoted(data.what)}.`,
    }),
    ToolCalibrated: ({ data: { certificate, validUntil }, actor, occurredAt }) => {
      const end = when(validUntil, occurredAt);
      return {
        zh: chinese`${who(actor).zh}登记工具校准，证书${certificate}，有效至${end.zh}。`,
        en: `${who(actor).en} recorded that the tool was calibrated, certificate ${certificate}, valid until ${end.en}.`,
      };
    },
    ToolReportedLost: ({ data: { employee, circumstances }, actor }) => {
      const holder = inRole(employee ?? '');
      const had = where(employee, chinese`（由${holder.zh}领用）`, ` (issued to ${holder.en})`);
      return {
        zh: chinese`${who(actor).zh}报失工具${had.zh}：${quoted(circumstances)}。`,
        en: `${who(actor).en} reported the tool lost${had.en}: ${quoted(circumstances)}.`,
      };
    },
    ToolFound: ({ data, actor }) => {
      const { zh, en } = CONDITIONS[data.condition];
      return {
        zh: chinese`${who(actor).zh}登记工具找回（${data.where}），${zh}，已入库。`,
        en: `${who(actor).en} recorded that the tool was found (${data.where}), ${en}, and is in the store.`,
      };
    },
    ToolRetired: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}将工具报废：${quoted(data.reason)}。`,
      en: `${who(actor).en} retired the tool: ${quoted(data.reason)}.`,
    }),
    ToolAskedBack: ({ data }) => ({
      zh: chinese`${inRole(data.employee).zh}离职，请其归还工具。`,
      en: `${inRole(data.employee).en} left, and is asked to hand back the tool.`,
    }),
    ...findingSentences(found),
  },
  ['employee', 'person', 'from'],
);

function termsOf({ ticket, due, calibrationEnds }: ToolCheckedOut['data']): Bilingual {
  const purpose = ticket
    ? { zh: chinese`，用于工单${ticket}`, en: ` for ticket ${ticket}` }
    : { zh: '，长期领用', en: ' as a standing issue' };
  const back = due === undefined ? undefined : when(due);
  const until = where(back, chinese`，${back?.zh}前归还`, `, due back by ${back?.en}`);
  const end = calibrationEnds === undefined ? undefined : when(calibrationEnds);
  const ends = where(
    end,
    chinese`；校准有效期至${end?.zh}`,
    `; its calibration ends on ${end?.en}`,
  );
  return {
    zh: `${purpose.zh}${until.zh}${ends.zh}`,
    en: `${purpose.en}${until.en}${ends.en}`,
  };
}
