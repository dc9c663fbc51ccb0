import { findingEvents } from '@app/findings';
import { eventTable, none } from '@app/kernel';
import type { AtRound, StoryEvent } from './complaint.events.js';

const complaint = 'TS-2026-0001';
const round = 1;
const employee = 'li-wei';
const point = { point: 1, about: 'integrity', employee } as const;
const conduct = {
  article: 'D39',
  clause: 'vehicle',
  happenedAt: '2026-03-02T02:00:00.000Z',
} as const;
const term = { complaint, term: 'answer', round } as const;
const due = '2026-03-05T16:00:00.000Z';

/** What happens to a complaint, each with what of it is personal; what staff state of themselves is not. */
export const storyEvents = eventTable<StoryEvent>(
  {
    ComplaintReceived: {
      ...{ complaint, channel: 'phone', anonymous: false, ticket: 'T-2026-0001' },
      ...{ complainant: { name: '孙丽', phone: '13800000001', address: '文三路 9 号' } },
      ...{ customer: 'lanting', heardBy: 'qian-jin' },
    },
    ComplaintRecorded: { complaint, words: '开着我的车去接孩子', points: [point] },
    ApologyOffered: { complaint, round, channel: 'phone', words: '孙女士，非常抱歉' },
    InvestigatorAssigned: { complaint, round, investigator: 'zhao-min' },
    ComplaintInvestigated: { complaint, round, result: '里程表与门卫记录相符' },
    ComplaintUpheld: { complaint, round, ...point, reason: '本人承认', conduct },
    ComplaintRejected: { complaint, round, ...point, reason: '监控未见此事' },
    ComplaintReferred: { complaint, round, point: 1, employee },
    ReferralOutcomeRecorded: { complaint, point: 1, employee, outcome: '谈话提醒' },
    RemedyProposed: {
      ...{ complaint, round, remedy: 1, kind: 'compensation', amount: '200.00' },
      note: '补油费',
    },
    RemedyAccepted: { complaint, remedy: 1, note: '可以' },
    RemedyDeclined: { complaint, remedy: 1, note: '不需要' },
    ComplaintAnswered: { complaint, round, channel: 'phone', answer: '已查明并处理' },
    ReachAttempted: { complaint, round, channel: 'phone', note: '无人接听' },
    ComplaintWithdrawn: { complaint, round, words: '算了，不追究了' },
    ComplaintClosed: { complaint, round, end: 'withdrawn', reason: '客户撤回' },
    ComplaintReopened: { complaint, round: 2, words: '说好的油费没给', joined: 'TS-2026-0002' },
    SatisfactionRecorded: { complaint, round, rating: 4, words: '处理得及时' },
    ComplaintJoined: { complaint, to: 'TS-2026-0002' },
    JoinedComplaintTaken: {
      ...{ complaint, joined: 'TS-2026-0002' },
      points: [{ ...point, numbered: 1 }],
    },
    ComplaintTermSet: {
      ...{ ...term, from: '2026-03-02T01:00:00.000Z', due },
      ...{ warnAt: '2026-03-05T00:15:00.000Z', awaits: '2027' },
    },
    ComplaintTermWarned: { ...term, due },
    ComplaintTermKept: { ...term, due },
    ComplaintTermMissed: { ...term, due },
  },
  {
    ComplaintReceived: [
      { texts: ['complainant.name', 'complainant.phone', 'complainant.address'] },
    ],
    ComplaintRecorded: [{ texts: ['words'] }],
    ApologyOffered: [{ texts: ['words'] }],
    ComplaintInvestigated: [{ texts: ['result'] }],
    ComplaintUpheld: [{ texts: ['reason'] }],
    ComplaintRejected: [{ texts: ['reason'] }],
    RemedyProposed: [{ texts: ['note'] }],
    RemedyAccepted: [{ texts: ['note'] }],
    RemedyDeclined: [{ texts: ['note'] }],
    ComplaintAnswered: [{ texts: ['answer'] }],
    ReachAttempted: [{ texts: ['note'] }],
    ComplaintWithdrawn: [{ texts: ['words'] }],
    ComplaintClosed: [{ texts: ['reason'] }],
    ComplaintReopened: [{ texts: ['words'] }],
    SatisfactionRecorded: [{ texts: ['words'] }],
    ...none(
      'InvestigatorAssigned',
      'ComplaintReferred',
      'ReferralOutcomeRecorded',
      'ComplaintJoined',
      'JoinedComplaintTaken',
      'ComplaintTermSet',
      'ComplaintTermWarned',
      'ComplaintTermKept',
      'ComplaintTermMissed',
    ),
  },
);

export const complaintEvents = {
  ...storyEvents,
  ...findingEvents<AtRound>({ round: 1 }, [{ texts: ['remark'] }]),
};
