import { enforce, NotPossible, notBefore, partiesOf } from '@app/kernel';
import { happened } from '@app/policy';
import type { JoinComplaint, ReopenComplaint, TakeJoinedComplaint } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { Begun } from '../complaint.state.js';
import { somebodyIsThere, whileOpen } from '../preconditions.js';
import { accusedTakesNoPart } from '../rules/nobody-judges-themself.js';
import { termsSet } from '../terms.js';
import { numbered } from './receive.js';

/**
 * The customer is not content: it is dealt with anew, from the apology on, under new terms; what was missed
 * before stays missed, and nothing of the round before counts as an answer.
 *
 * @throws NotPossible `not-answered-yet`: it goes on still
 */
export function reopenComplaint(command: ReopenComplaint, complaint: Begun): ComplaintEvent[] {
  const { complaint: id, closed, answer, points: before } = complaint;
  if (!closed && !answer)
    throw new NotPossible('not-answered-yet', {
      zh: '投诉仍在处理中',
      en: 'the complaint is being dealt with still',
    });
  somebodyIsThere(complaint);
  notBefore(command, closed?.at ?? answer?.at);
  const { words, points = [] } = command.data;
  const round = complaint.round + 1;
  const added = numbered(points, before.length + 1);
  const said = { complaint: id, words, points: added };
  return [
    happened(command, 'ComplaintReopened', { complaint: id, round, words }, ['R9']),
    ...(added.length > 0 ? [happened(command, 'ComplaintRecorded', said, ['N13'])] : []),
    ...termsSet(command, complaint, round, command.known.calendar),
  ];
}

/**
 * It is about one thing with another, and is investigated there; its customer is apologised to and answered here.
 *
 * @throws NotPossible `joined-to-itself`, `not-a-lead`, `leads-others`, `joined-already`
 */
export function joinComplaint(command: JoinComplaint, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  const { to } = command.data;
  const { complaint: id, joinedTo, joined, recordedAt } = complaint;
  if (joinedTo === to) return [];
  if (to === id) throw cannot('joined-to-itself', '不能并入自身', 'it cannot be joined to itself');
  if (joinedTo !== undefined)
    throw cannot('joined-already', `已并入投诉 ${joinedTo}`, `it is joined to ${joinedTo} already`);
  if (joined.length > 0)
    throw cannot(
      'leads-others',
      '已有投诉并入此件',
      'other complaints are joined to it: join each to that one',
    );
  if (recordedAt === undefined)
    throw cannot('not-recorded', '尚未记录投诉内容', 'what the customer says is not recorded yet');
  const { leads, accused } = command.known;
  enforce([accusedTakesNoPart], { people: partiesOf(command.actor), accused });
  if (!leads)
    throw cannot(
      'not-a-lead',
      '只能并入在办的、未并入他件的投诉',
      'it is joined to a complaint that goes on, and is not joined itself',
    );
  return [happened(command, 'ComplaintJoined', { complaint: id, to }, ['R9'])];
}

/** What a joined complaint complains of is investigated with this one; where that is closed, it goes on. */
export function takeJoinedComplaint(
  command: TakeJoinedComplaint,
  complaint: Begun,
): ComplaintEvent[] {
  const { joined, points } = command.data;
  const before = complaint.points.filter(({ from }) => from === joined);
  const news = points.filter(({ point }) => !before.some(({ numbered: of }) => of === point));
  if (news.length === 0) return [];
  const { complaint: id, points: all } = complaint;
  const taken = news.map(({ point: of, ...said }, index) => ({
    ...said,
    ...{ point: all.length + index + 1, numbered: of },
  }));
  const data = { complaint: id, joined, points: taken };
  return [...goesOn(command, complaint), happened(command, 'JoinedComplaintTaken', data, ['R9'])];
}

function goesOn(command: TakeJoinedComplaint, complaint: Begun): ComplaintEvent[] {
  if (complaint.status !== 'closed') return [];
  const { complaint: id } = complaint;
  const { joined } = command.data;
  const round = complaint.round + 1;
  const words = `投诉 ${joined} 并入 / complaint ${joined} was joined`;
  return [
    happened(command, 'ComplaintReopened', { complaint: id, round, words, joined }, ['R9']),
    ...termsSet(command, complaint, round, command.known.calendar),
  ];
}

function cannot(code: string, zh: string, en: string): NotPossible {
  return new NotPossible(code, { zh, en });
}
