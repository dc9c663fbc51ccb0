import { only, send, type Process } from '@app/processes';
import {
  diaryEventTypes,
  ticketStreams,
  type StayBegan,
  type StayEnded,
  type StayWithdrawn,
} from '../contract.js';

/**
 * R10: where somebody was is told ticket by ticket, in any order. What one ticket tells late of a stay bears on
 * the others that have told of one on that date before: each looks anew whether the person was in two places. So
 * does the one that tells of coming, whose own answer may be of a moment before another's.
 */
export const lookAgainWhereSomebodyWas: Process<null, StayBegan | StayWithdrawn | StayEnded> = {
  name: 'look-again-where-somebody-was',
  startsAt: 'first-event',
  handles: only(diaryEventTypes, ['StayBegan', 'StayWithdrawn', 'StayEnded']),
  initialState: null,
  evolve: () => undefined,
  react({ type, data, stream, occurredAt }) {
    const { employee: technician, date, ticket, meets = [] } = data;
    if (meets.length === 0) return [];
    const told = type === 'StayBegan' ? [...meets, ticket] : meets;
    const shownBy = { type, occurredAt, stream };
    return told.map((each) =>
      send(ticketStreams, each, 'JudgeWhereabouts', { technician, date, shownBy }),
    );
  },
};
