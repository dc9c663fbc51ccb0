import { chinese, list, quoted, where, who } from '@app/audit/src/words/index.js';
import {
  allReviewedText,
  findingSentences,
  openFindingText,
  recordedSentence,
} from '@app/findings/src/account/index.js';
import { found } from '../../domain/ticket/found.js';
import { toldText } from './appointment.js';
import { owedText } from './owed.js';
import { ticketFindingText } from '../finding-words.js';
import { OUTCOMES } from '../outcomes.js';
import type { Sentences } from '../sentence-context.js';

const CHANNELS = {
  phone: { zh: '电话', en: 'by phone' },
  visit: { zh: '上门', en: 'by a visit' },
  letter: { zh: '信函', en: 'by letter' },
} as const;

const DISPOSALS = {
  scrapped: { zh: '报废', en: ' that it is scrapped' },
  replaced: { zh: '更换', en: ' that it is replaced' },
} as const;

/** The ticket itself. */
export const ticketSentences: Sentences<
  | 'CustomerFileReviewed'
  | 'FaultAnalysed'
  | 'TicketResolved'
  | 'TicketClosed'
  | 'ClosingUndone'
  | 'TicketReopened'
  | 'TicketCancelled'
  | 'FollowUpMade'
  | 'FollowUpAsked'
  | 'FindingRecorded'
  | 'FindingUpheld'
  | 'FindingExcused'
  | 'FindingWithdrawn'
  | 'VerdictReopened'
> = {
  CustomerFileReviewed: ({ data, actor }) => {
    const by = who(actor);
    const notes = where(
      data.notes,
      chinese`，备注：${quoted(data.notes)}`,
      `, noting: ${quoted(data.notes)}`,
    );
    return {
      zh: chinese`${by.zh}查阅了客户档案${notes.zh}。`,
      en: `${by.en} reviewed the customer file${notes.en}.`,
    };
  },
  FaultAnalysed: ({ data, actor }) => {
    const by = who(actor);
    const parts = list(data.parts, { zh: '无', en: 'none' });
    const tools = list(data.tools, { zh: '无', en: 'none' });
    return {
      zh: chinese`${by.zh}分析故障：现象${quoted(data.symptom)}，判断原因${quoted(data.suspectedCause)}，需备配件：${parts.zh}；工具：${tools.zh}。`,
      en: `${by.en} analysed the fault: symptom ${quoted(data.symptom)}, suspected cause ${quoted(data.suspectedCause)}; parts needed: ${parts.en}; tools: ${tools.en}.`,
    };
  },
  TicketResolved: ({ data, actor, occurredAt }) => {
    const by = who(actor);
    const open = openFindingText(data.openFindings);
    const told = toldText(data.told, occurredAt, data.atCustomersWish);
    if (data.outcome === 'restored') {
      return {
        zh: chinese`${by.zh}确认问题已解决：${quoted(data.summary)}${told.zh}${open.zh}。`,
        en: `${by.en} declared the problem solved: ${quoted(data.summary)}${told.en}${open.en}.`,
      };
    }
    const outcome = OUTCOMES[data.outcome];
    const agreed = where(
      data.agreedBy,
      chinese`，经${data.agreedBy}同意${data.disposal ? DISPOSALS[data.disposal].zh : ''}`,
      `, with the agreement of ${data.agreedBy}${data.disposal ? DISPOSALS[data.disposal].en : ''}`,
    );
    const products = list(data.givenUp, { zh: '', en: '' });
    const givenUp = where(
      data.givenUp.length > 0,
      chinese`，产品${products.zh}不再归还`,
      `, ${products.en} not to be returned`,
    );
    return {
      zh: chinese`${by.zh}结束处理：${outcome.zh}${agreed.zh}${givenUp.zh}，${quoted(data.summary)}${told.zh}${open.zh}。`,
      en: `${by.en} ended the ticket, as ${outcome.en}${agreed.en}${givenUp.en}: ${quoted(data.summary)}${told.en}${open.en}.`,
    };
  },
  TicketClosed: ({ data, actor }) => {
    const by = who(actor);
    const reviewed = allReviewedText(data.findings.length);
    const rest = owedText(data);
    return {
      zh: chinese`${by.zh}关闭工单，${reviewed.zh}${rest.zh}。`,
      en: `${by.en} closed the ticket; ${reviewed.en}${rest.en}.`,
    };
  },
  ClosingUndone: ({ data }) => {
    const open = openFindingText(data.findings);
    return {
      zh: chinese`关闭之后才得知以上情况，工单退回已解决${open.zh}，办妥后再关闭。`,
      en: `This came to light after the closing: the ticket is resolved again, until it is closed anew${open.en}.`,
    };
  },
  TicketReopened: ({ data, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}重新打开工单：${quoted(data.reason)}。`,
      en: `${by.en} reopened the ticket: ${quoted(data.reason)}.`,
    };
  },
  TicketCancelled: ({ data, actor, occurredAt }, { ticket }) => {
    const by = who(actor);
    const open = openFindingText(data.openFindings);
    const saidOfVisit = ticket?.visits.some(
      (visit) => visit.status === 'cancelled' && visit.calledOffAt === occurredAt,
    );
    const told = toldText(saidOfVisit ? undefined : data.told, occurredAt, data.atCustomersWish);
    const wish = where(data.atCustomersWish, '应客户要求', " at the customer's wish");
    return {
      zh: chinese`${by.zh}${wish.zh}取消工单：${quoted(data.reason)}${told.zh}${open.zh}。`,
      en: `${by.en} cancelled the ticket${wish.en}: ${quoted(data.reason)}${told.en}${open.en}.`,
    };
  },
  FollowUpMade: ({ data, actor }) => {
    const by = who(actor);
    const channel = CHANNELS[data.channel];
    const sampled = where(data.sampled, '抽样', ' for a sample');
    return {
      zh: chinese`${by.zh}以${channel.zh}方式${sampled.zh}回访，客户${data.satisfied ? '表示满意' : '表示不满意'}：${quoted(data.answer)}。`,
      en: `${by.en} followed up ${channel.en}${sampled.en}; the customer was ${data.satisfied ? 'satisfied' : 'not satisfied'}: ${quoted(data.answer)}.`,
    };
  },
  FollowUpAsked: ({ data }) => ({
    zh: chinese`按${data.percent}%的抽样比例，应对客户回访。`,
    en: `The customer is to be asked how it went: the ticket is of the ${data.percent} per cent that are sampled.`,
  }),
  ...findingSentences(found),
  FindingRecorded: ({ data }, context) => recordedSentence(ticketFindingText(data, context)),
};
