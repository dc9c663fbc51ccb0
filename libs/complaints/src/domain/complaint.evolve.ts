import { findingsAfter, isOfFinding } from '@app/findings';
import { partiesOf, type DomainEvent } from '@app/kernel';
import type { ComplaintEvent, StoryEvent, TermEvent } from './complaint.events.js';
import type { Begun, Complaint, Done, JudgedPoint, Verdict } from './complaint.state.js';
import { withoutPartOfAccused } from './impartial.js';
import { ended, termAfter } from './term.evolve.js';

type Of<Type> = Extract<StoryEvent, { readonly type: Type }>;
type Change<Type> = (complaint: Begun, event: Of<Type>) => Begun;
type Later = Exclude<StoryEvent['type'], 'ComplaintReceived' | TermEvent['type']>;

export function evolve(complaint: Complaint, event: ComplaintEvent): Complaint {
  if (isOfFinding(event))
    return { ...complaint, findings: findingsAfter(complaint.findings, event) };
  if (event.type === 'ComplaintReceived') return received(complaint, event);
  if (complaint.status === 'none') return complaint;
  if (isOfTerm(event)) return termAfter(complaint, event);
  const change = changes[event.type] as Change<typeof event.type>;
  return withoutPartOfAccused(change(complaint, event));
}

function isOfTerm(event: StoryEvent): event is TermEvent {
  return event.type.startsWith('ComplaintTerm');
}

function received({ findings }: Complaint, event: Of<'ComplaintReceived'>): Begun {
  const { occurredAt: at, actor } = event;
  const { heardBy, ...data } = event.data;
  const receivedBy = [...partiesOf(actor), ...(heardBy === undefined ? [] : [heardBy])];
  return {
    ...{ status: 'open', ...data, receivedAt: at, receivedBy, words: [] },
    ...{ round: 1, roundSince: at, points: [], assigned: [], remedies: [], attempts: 0 },
    ...{ joined: [], terms: {}, missed: [], findings },
  };
}

const changes: { readonly [Type in Later]: Change<Type> } = {
  ComplaintRecorded: (complaint, { data, occurredAt }) => ({
    ...complaint,
    words: [...complaint.words, data.words],
    recordedAt: earlier(complaint.recordedAt, occurredAt),
    points: merged(complaint.points, data.points),
  }),
  ApologyOffered: (complaint, event) => ({
    ...complaint,
    ...(inRound(complaint, event) && { apology: earliest(complaint.apology, doneBy(event)) }),
  }),
  InvestigatorAssigned: (complaint, { data: { investigator }, actor }) => ({
    ...complaint,
    investigator,
    assignedBy: partiesOf(actor),
    assigned: [...complaint.assigned, investigator],
  }),
  ComplaintInvestigated: (complaint, event) => ({
    ...complaint,
    investigation: { ...doneBy(event), result: event.data.result },
  }),
  ComplaintUpheld: (complaint, event) => judged(complaint, event, true),
  ComplaintRejected: (complaint, event) => judged(complaint, event, false),
  ComplaintReferred: (complaint, { data: { point } }) => referred(complaint, point, {}),
  ReferralOutcomeRecorded: (complaint, { data: { point, outcome } }) =>
    referred(complaint, point, { outcome }),
  RemedyProposed: (complaint, event) => {
    const { complaint: _, round: __, note: ___, ...remedy } = event.data;
    const offered = { ...remedy, ...doneBy(event), status: 'proposed' } as const;
    return { ...complaint, remedies: [...complaint.remedies, offered] };
  },
  RemedyAccepted: (complaint, { data }) => settled(complaint, data.remedy, 'accepted'),
  RemedyDeclined: (complaint, { data }) => settled(complaint, data.remedy, 'declined'),
  ComplaintAnswered: (complaint, event) => {
    if (!inRound(complaint, event)) return complaint;
    const { answer } = event.data;
    return { ...complaint, answer: earliest(complaint.answer, { ...doneBy(event), answer }) };
  },
  ReachAttempted: (complaint) => ({ ...complaint, attempts: complaint.attempts + 1 }),
  ComplaintWithdrawn: (complaint, { occurredAt: withdrawnAt }) =>
    ended({ ...complaint, withdrawnAt }),
  ComplaintClosed: (complaint, { data: { end }, occurredAt: at }) => {
    const closed = { ...complaint, status: 'closed', closed: { at, end } } as const;
    // Of an anonymous complaint its closing is what the term runs for.
    return end === 'anonymous' ? closed : ended(closed);
  },
  ComplaintReopened: reopened,
  SatisfactionRecorded: (complaint, { data: { rating } }) => ({ ...complaint, rating }),
  ComplaintJoined: (complaint, { data: { to: joinedTo } }) => ({ ...complaint, joinedTo }),
  JoinedComplaintTaken: (complaint, { data: { joined: from, points } }) => ({
    ...complaint,
    joined: complaint.joined.includes(from) ? complaint.joined : [...complaint.joined, from],
    points: merged(
      complaint.points,
      points.map((point) => ({ ...point, from })),
    ),
  }),
};

/** What is done in a round and not of the complaint itself. */
const OF_A_ROUND: readonly string[] = [
  ...['joinedTo', 'apology', 'investigator', 'assignedBy', 'investigation'],
  ...['answer', 'withdrawnAt', 'closed', 'rating'],
];

function reopened(complaint: Begun, { data, occurredAt }: Of<'ComplaintReopened'>): Begun {
  const rest = Object.fromEntries(
    Object.entries(complaint).filter(([name]) => !OF_A_ROUND.includes(name)),
  ) as unknown as Begun;
  const points = rest.points.map(({ verdict, ...point }) => ({
    ...point,
    ...(verdict && { before: verdict }),
  }));
  return {
    ...rest,
    ...{ status: 'open', round: data.round, roundSince: occurredAt, points, terms: {} },
    ...{ words: [...rest.words, data.words], assigned: [], attempts: 0 },
  };
}

function inRound(
  { round }: Begun,
  { data }: { readonly data: { readonly round: number } },
): boolean {
  return data.round === round;
}

function doneBy({ occurredAt: at, actor }: DomainEvent): Done {
  return { at, by: partiesOf(actor) };
}

function earliest<D extends Done>(before: D | undefined, now: D): D {
  return before && before.at <= now.at ? before : now;
}

function earlier(before: string | undefined, now: string): string {
  return before !== undefined && before < now ? before : now;
}

function merged(
  before: readonly JudgedPoint[],
  more: readonly Omit<JudgedPoint, 'verdict' | 'before'>[],
): readonly JudgedPoint[] {
  const numbers = new Set(before.map(({ point }) => point));
  return [...before, ...more.filter(({ point }) => !numbers.has(point))];
}

function judged(
  complaint: Begun,
  event: Of<'ComplaintUpheld' | 'ComplaintRejected'>,
  upheld: boolean,
): Begun {
  const { point, reason, employee } = event.data;
  const conduct = event.type === 'ComplaintUpheld' ? event.data.conduct : undefined;
  const verdict: Verdict = { ...doneBy(event), upheld, reason, ...(conduct && { conduct }) };
  return changed(complaint, point, (each) => ({
    ...each,
    ...(employee !== undefined && { employee }),
    verdict,
  }));
}

function referred(complaint: Begun, point: number, referral: { outcome?: string }): Begun {
  return changed(complaint, point, ({ verdict, before, ...each }) => {
    if (!verdict) return { ...each, ...(before && { before: { ...before, referral } }) };
    return { ...each, ...(before && { before }), verdict: { ...verdict, referral } };
  });
}

function changed(
  complaint: Begun,
  number: number,
  change: (point: JudgedPoint) => JudgedPoint,
): Begun {
  const points = complaint.points.map((each) => (each.point === number ? change(each) : each));
  return { ...complaint, points };
}

function settled(complaint: Begun, number: number, status: 'accepted' | 'declined'): Begun {
  const remedies = complaint.remedies.map((each) =>
    each.remedy === number ? { ...each, status } : each,
  );
  return { ...complaint, remedies };
}
