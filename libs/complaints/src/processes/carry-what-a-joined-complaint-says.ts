import { only, send, type Process } from '@app/processes';
import { complaintEventTypes, complaintStreams } from '../contract.js';
import type { StoryEvent } from '../domain/complaint.events.js';
import type { Point } from '../domain/complaint.values.js';

const HANDLED = ['ComplaintRecorded', 'ComplaintJoined', 'ComplaintReopened'] as const;
type Handled = Extract<StoryEvent, { type: (typeof HANDLED)[number] }>;

/** What a complaint complains of, and to which one it is joined. */
interface Said {
  readonly points: readonly Point[];
  readonly to?: string;
}

/** What a joined complaint complains of is investigated with the other (R9), whenever it is said. */
export const carryWhatAJoinedComplaintSays: Process<Said, Handled> = {
  name: 'carry-what-a-joined-complaint-says',
  startsAt: 'first-event',
  handles: only(complaintEventTypes, HANDLED),
  initialState: { points: [] },
  evolve({ points, to }, { type, data }) {
    if (type === 'ComplaintReopened') return { points };
    if (type === 'ComplaintJoined') return { points, to: data.to };
    return { points: [...points, ...data.points], ...(to !== undefined && { to }) };
  },
  react({ type, data }, { points, to }) {
    const { complaint: joined } = data;
    if (type === 'ComplaintJoined')
      return [send(complaintStreams, data.to, 'TakeJoinedComplaint', { joined, points })];
    if (type !== 'ComplaintRecorded' || to === undefined || data.points.length === 0) return [];
    return [send(complaintStreams, to, 'TakeJoinedComplaint', { joined, points: data.points })];
  },
};
