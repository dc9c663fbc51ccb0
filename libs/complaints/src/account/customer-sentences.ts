import {
  chinese,
  list,
  money,
  quoted,
  where,
  who,
  type PlainSentences,
} from '@app/audit/src/words/index.js';
import type { StoryEvent } from '../domain/complaint.events.js';
import { CHANNELS, ENDS, pointInWords, REMEDIES } from './complaint-words.js';

type OfCustomer = Extract<
  StoryEvent,
  {
    type:
      | 'ComplaintReceived'
      | 'ComplaintRecorded'
      | 'ApologyOffered'
      | 'RemedyProposed'
      | 'RemedyAccepted'
      | 'RemedyDeclined'
      | 'ComplaintAnswered'
      | 'ReachAttempted'
      | 'ComplaintWithdrawn'
      | 'ComplaintClosed'
      | 'ComplaintReopened'
      | 'SatisfactionRecorded';
  }
>;

const noted = (note: string | undefined) =>
  where(note, chinese`：${quoted(note)}`, `: ${quoted(note)}`);

/** What is done with the customer. */
export const customerSentences: PlainSentences<OfCustomer> = {
  ComplaintReceived: ({ data, actor }) => {
    const { channel, anonymous, complainant, customer, ticket } = data;
    const by = who(actor);
    const how = CHANNELS[channel];
    const of = where(complainant, chinese`${complainant?.name}`, ` of ${complainant?.name ?? ''}`);
    const nameless = where(anonymous, '匿名', ' of somebody who gave no name');
    const file = where(customer, chinese`（客户${customer}）`, ` (customer ${customer ?? ''})`);
    const about = where(ticket, chinese`，涉及工单${ticket}`, `, about ticket ${ticket ?? ''}`);
    return {
      zh: chinese`${by.zh}受理${how.zh}投诉：${nameless.zh}${of.zh}${file.zh}${about.zh}。`,
      en: `${by.en} received a complaint${nameless.en}${of.en}${file.en} ${how.en}${about.en}.`,
    };
  },
  ComplaintRecorded: ({ data: { words, points }, actor }) => {
    const by = who(actor);
    const named = list(points.map(pointInWords), { zh: '无新增', en: 'nothing new' });
    return {
      zh: chinese`${by.zh}记录客户的话：${quoted(words)}；投诉：${named.zh}。`,
      en: `${by.en} wrote down what the customer said: ${quoted(words)}; the complaint is about: ${named.en}.`,
    };
  },
  ApologyOffered: ({ data: { channel, words }, actor }) => {
    const [by, how, said] = [who(actor), CHANNELS[channel], noted(words)];
    return {
      zh: chinese`${by.zh}向客户道歉（${how.zh}）${said.zh}。`,
      en: `${by.en} apologised to the customer ${how.en}${said.en}.`,
    };
  },
  RemedyProposed: ({ data: { kind, amount, remedy, note }, actor }) => {
    const [by, what, said] = [who(actor), REMEDIES[kind], noted(note)];
    const sum = amount === undefined ? undefined : money(amount);
    const much = where(sum, chinese`${sum?.zh}`, ` of ${sum?.en ?? ''}`);
    return {
      zh: chinese`${by.zh}提出第${remedy}项补救：${what.zh}${much.zh}${said.zh}。`,
      en: `${by.en} offered remedy ${remedy}: ${what.en}${much.en}${said.en}.`,
    };
  },
  RemedyAccepted: ({ data: { remedy, note } }) => {
    const said = noted(note);
    return {
      zh: chinese`客户接受第${remedy}项补救${said.zh}。`,
      en: `The customer accepted remedy ${remedy}${said.en}.`,
    };
  },
  RemedyDeclined: ({ data: { remedy, note } }) => {
    const said = noted(note);
    return {
      zh: chinese`客户不接受第${remedy}项补救${said.zh}。`,
      en: `The customer declined remedy ${remedy}${said.en}.`,
    };
  },
  ComplaintAnswered: ({ data: { channel, answer }, actor }) => {
    const [by, how] = [who(actor), CHANNELS[channel]];
    return {
      zh: chinese`${by.zh}答复客户（${how.zh}）：${quoted(answer)}。`,
      en: `${by.en} answered the customer ${how.en}: ${quoted(answer)}.`,
    };
  },
  ReachAttempted: ({ data: { channel, note }, actor }) => {
    const [by, how] = [who(actor), CHANNELS[channel]];
    return {
      zh: chinese`${by.zh}联系客户未果（${how.zh}）：${quoted(note)}。`,
      en: `${by.en} tried in vain to reach the customer ${how.en}: ${quoted(note)}.`,
    };
  },
  ComplaintWithdrawn: ({ data: { words }, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`客户撤回投诉：${quoted(words)}（${by.zh}记录）。`,
      en: `The customer withdrew the complaint: ${quoted(words)} (put down by ${by.en}).`,
    };
  },
  ComplaintClosed: ({ data: { end, reason }, actor }) => {
    const [by, how, why] = [who(actor), ENDS[end], noted(reason)];
    return {
      zh: chinese`${by.zh}结案，${how.zh}${why.zh}。`,
      en: `${by.en} closed the complaint, as ${how.en}${why.en}.`,
    };
  },
  ComplaintReopened: ({ data: { round, words }, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}重新打开投诉，第${round}次处理：${quoted(words)}。`,
      en: `${by.en} reopened the complaint, which is dealt with for time number ${round}: ${quoted(words)}.`,
    };
  },
  SatisfactionRecorded: ({ data: { rating, words } }) => {
    const said = noted(words);
    return {
      zh: chinese`客户对处理评${rating}分${said.zh}。`,
      en: `The customer gave ${rating} of 5${said.en}.`,
    };
  },
};
