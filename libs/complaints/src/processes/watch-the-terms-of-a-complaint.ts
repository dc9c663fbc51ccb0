import { only, send, type Process, type Reaction } from '@app/processes';
import { complaintEventTypes, complaintStreams } from '../contract.js';
import type { StoryEvent, TermEvent } from '../domain/complaint.events.js';
import { lapseOf } from '../domain/terms.js';

const ENDS = ['ComplaintWithdrawn', 'ComplaintClosed'] as const;
const TERMS = [
  'ComplaintTermSet',
  'ComplaintTermWarned',
  'ComplaintTermKept',
  'ComplaintTermMissed',
] as const;
const MOMENTS = ['warning', 'lapse', 'calendar'] as const;

type Ended = Extract<StoryEvent, { type: (typeof ENDS)[number] }>;

/**
 * A complaint is looked at when a term of it has something to say: the complaint itself then finds out what
 * (R7, R9). A reopening sets new terms under the same names, so that of the round before nothing is left.
 */
export const watchTheTermsOfAComplaint: Process<null, TermEvent | Ended> = {
  name: 'watch-the-terms-of-a-complaint',
  startsAt: 'first-event',
  handles: only(complaintEventTypes, [...TERMS, ...ENDS]),
  initialState: null,
  evolve: () => undefined,
  react(event) {
    const { type, data, occurredAt } = event;
    if (type === 'ComplaintWithdrawn' || type === 'ComplaintClosed')
      return (['acknowledge', 'answer'] as const).flatMap(over);
    if (type === 'ComplaintTermWarned') return [{ withdraw: `${data.term}-warning` }];
    if (type !== 'ComplaintTermSet') return over(data.term);
    return runs(data, occurredAt);
  },
};

function runs(
  {
    complaint,
    term,
    due,
    warnAt,
    awaits,
  }: Extract<TermEvent, { type: 'ComplaintTermSet' }>['data'],
  after: string,
): Reaction[] {
  const look = send(complaintStreams, complaint, 'LookAtTerms');
  if (due === undefined || warnAt === undefined)
    return [{ deadline: `${term}-calendar`, at: { after, published: awaits ?? '' }, send: look }];
  return [
    { deadline: `${term}-warning`, at: warnAt, send: look },
    { deadline: `${term}-lapse`, at: lapseOf(due), send: look },
    { withdraw: `${term}-calendar` },
  ];
}

function over(term: 'acknowledge' | 'answer'): Reaction[] {
  return MOMENTS.map((moment) => ({ withdraw: `${term}-${moment}` }));
}
