import { localDate } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { standingStreams } from '@app/standings';
import { complaintEvents } from '../domain/complaint.event-types.js';
import type { ComplaintUpheld } from '../domain/complaint.events.js';

/**
 * R9: a complaint is upheld against an employee under a clause of document 2: a case of theirs, which is
 * verified, heard and decided as any other. The same point upheld again makes no second one.
 */
export const openCaseWhenAComplaintIsUpheld: Process<null, ComplaintUpheld> = {
  name: 'open-case-when-a-complaint-is-upheld',
  startsAt: 'installation',
  handles: only(complaintEvents, ['ComplaintUpheld']),
  initialState: null,
  evolve: () => undefined,
  react({ data: { complaint, point, employee, conduct } }) {
    if (employee === undefined || !conduct) return [];
    const { article, clause, happenedAt } = conduct;
    const said = {
      ...{ employee, year: localDate(happenedAt).slice(0, 4), article, clause, happenedAt },
      facts: `投诉 ${complaint} 第 ${point} 点经调查属实 / point ${point} of complaint ${complaint} was investigated and upheld`,
      matter: `${complaint}.${point}`,
    };
    return [send(standingStreams, employee, 'OpenCase', said)];
  },
};
