import {
  chinese,
  inRole,
  list,
  quoted,
  where,
  who,
  type PlainSentences,
} from '@app/audit/src/words/index.js';
import type { StoryEvent } from '../domain/complaint.events.js';
import { clauseInWords, pointInWords } from './complaint-words.js';

type OfHouse = Extract<
  StoryEvent,
  {
    type:
      | 'InvestigatorAssigned'
      | 'ComplaintInvestigated'
      | 'ComplaintUpheld'
      | 'ComplaintRejected'
      | 'ComplaintReferred'
      | 'ReferralOutcomeRecorded'
      | 'ComplaintJoined'
      | 'JoinedComplaintTaken';
  }
>;

/** What the house finds out and decides. */
export const houseSentences: PlainSentences<OfHouse> = {
  InvestigatorAssigned: ({ data: { investigator }, actor }) => {
    const [by, person] = [who(actor), inRole(investigator)];
    return {
      zh: chinese`${by.zh}指定${person.zh}调查。`,
      en: `${by.en} had ${person.en} investigate.`,
    };
  },
  ComplaintInvestigated: ({ data: { result }, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}报告调查结果：${quoted(result)}。`,
      en: `${by.en} reported what was found out: ${quoted(result)}.`,
    };
  },
  ComplaintUpheld: ({ data, actor }) => {
    const [by, what] = [who(actor), pointInWords(data)];
    const clause = data.conduct && clauseInWords(data.conduct.article);
    const under = where(clause, chinese`，适用${clause?.zh}`, `, under ${clause?.en ?? ''}`);
    return {
      zh: chinese`${by.zh}认定第${data.point}点属实：${what.zh}${under.zh}，理由：${quoted(data.reason)}。`,
      en: `${by.en} upheld point ${data.point}, ${what.en}${under.en}: ${quoted(data.reason)}.`,
    };
  },
  ComplaintRejected: ({ data, actor }) => {
    const [by, what] = [who(actor), pointInWords(data)];
    return {
      zh: chinese`${by.zh}认定第${data.point}点不属实：${what.zh}，理由：${quoted(data.reason)}。`,
      en: `${by.en} rejected point ${data.point}, ${what.en}: ${quoted(data.reason)}.`,
    };
  },
  ComplaintReferred: ({ data: { point, employee } }) => {
    const person = inRole(employee);
    return {
      zh: chinese`第${point}点无奖惩细则条款可适用，${person.zh}转公司《员工奖惩制度》处理。`,
      en: `No clause of the rules fits point ${point}: ${person.en} is left to the company’s general staff rules.`,
    };
  },
  ReferralOutcomeRecorded: ({ data: { point, outcome, employee }, actor }) => {
    const [by, person] = [who(actor), inRole(employee)];
    return {
      zh: chinese`${by.zh}记录第${point}点（${person.zh}）按公司《员工奖惩制度》的处理结果：${quoted(outcome)}。`,
      en: `${by.en} put down what came of point ${point}, for ${person.en}, under the general staff rules: ${quoted(outcome)}.`,
    };
  },
  ComplaintJoined: ({ data: { to }, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}将此件并入投诉${to}一并调查，客户仍单独答复。`,
      en: `${by.en} joined it to complaint ${to}, with which it is investigated; its customer is answered here.`,
    };
  },
  JoinedComplaintTaken: ({ data: { joined, points } }) => {
    const named = list(points.map(pointInWords), { zh: '无', en: 'nothing' });
    return {
      zh: chinese`投诉${joined}并入此件：${named.zh}。`,
      en: `Complaint ${joined} is investigated with this one: ${named.en}.`,
    };
  },
};
