import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, type FollowUpMade } from '@app/tickets';
import { complaintStreams } from '../contract.js';

/**
 * R6: a customer who is not content when they are asked afterwards complains: in their own words, of how it
 * was done, and of nobody in particular. Their ticket is reopened beside it (V25).
 */
export const openComplaintWhenAFollowUpIsBad: Process<null, FollowUpMade> = {
  name: 'open-complaint-when-a-follow-up-is-bad',
  startsAt: 'installation',
  handles: only(ticketEventTypes, ['FollowUpMade']),
  initialState: null,
  evolve: () => undefined,
  react({ id, stream, version, actor, data: { satisfied, answer: words } }) {
    if (satisfied) return [];
    const ticket = stream.slice('ticket-'.length);
    const named = `F${version}-${ticket}`;
    // As long as an id may be.
    const complaint = named.length > 64 ? id : named;
    const points = [{ about: 'workmanship' }];
    const heardBy = actor.onBehalfOf ?? actor.id;
    const said = { complaint, channel: 'follow-up', ticket, words, points, heardBy };
    return [send(complaintStreams, complaint, 'ReceiveComplaint', said)];
  },
};
