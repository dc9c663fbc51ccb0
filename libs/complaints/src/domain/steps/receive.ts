import { alreadyRegistered, enforce, Invalid, type Bilingual, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { ReceiveComplaint, RecordComplaint } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { Begun, Complaint } from '../complaint.state.js';
import type { Point, PointSaid } from '../complaint.values.js';
import { whileOpen } from '../preconditions.js';
import { lettersMayBeAnonymous } from '../rules/letters-may-be-anonymous.js';
import { termsSet } from '../terms.js';

/**
 * A complaint comes in, on whatever way (R7); the customer's words may be recorded with it (N13).
 *
 * @throws NotPossible `already-registered`
 * @throws Refused R6 `anonymous-in-person`
 * @throws Invalid `complainant-missing`, `anonymous-with-a-name`, `points-missing`
 */
export function receiveComplaint(command: ReceiveComplaint, before: Complaint): ComplaintEvent[] {
  if (before.status !== 'none') throw alreadyRegistered({ zh: '投诉', en: 'complaint' });
  const { words, points, ...said } = command.data;
  const { complaint, channel, anonymous = false, complainant } = said;
  const customer = said.customer ?? command.known.customer;
  enforce([lettersMayBeAnonymous], { anonymous, channel });
  checkWho({ ...said, anonymous, ...(customer !== undefined && { customer }) });
  const data = {
    ...{ complaint, channel, anonymous },
    ...(complainant && { complainant }),
    ...(customer !== undefined && { customer }),
    ...whence(said),
  };
  const recorded = words === undefined ? [] : [record(command, { words, points, from: 1 })];
  return [
    happened(command, 'ComplaintReceived', data, [
      'R7',
      ...(channel === 'letter' ? (['R6'] as const) : []),
    ]),
    ...termsSet(command, { complaint, anonymous }, 1, command.known.calendar),
    ...recorded.map((each) => ({ ...each, data: { complaint, ...each.data } })),
  ];
}

/** On which ticket, and who asked the customer. */
function whence({ ticket, heardBy }: Pick<ReceiveComplaint['data'], 'ticket' | 'heardBy'>) {
  return {
    ...(ticket !== undefined && { ticket }),
    ...(heardBy !== undefined && { heardBy }),
  };
}

/** What the customer says, or adds, in their own words (N13). */
export function recordComplaint(command: RecordComplaint, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  const from = complaint.points.length + 1;
  const { type, data, ...rest } = record(command, { ...command.data, from });
  return [{ type, data: { complaint: complaint.complaint, ...data }, ...rest }];
}

function record(
  command: Command,
  {
    words,
    points = [],
    from,
  }: { words: string; points?: readonly PointSaid[] | undefined; from: number },
) {
  if (points.length === 0 && from === 1)
    throw new Invalid(
      'points-missing',
      { zh: '须写明投诉的是什么', en: 'say what is complained of, point by point' },
      '/points',
      'N13',
    );
  return happened(command, 'ComplaintRecorded', { words, points: numbered(points, from) }, ['N13']);
}

/** Points under the next numbers of the complaint. */
export function numbered(points: readonly PointSaid[], from: number): readonly Point[] {
  return points.map(({ about, employee }, index) => ({
    ...{ point: from + index, about },
    ...(employee !== undefined && { employee }),
  }));
}

type Who = Omit<ReceiveComplaint['data'], 'words' | 'points'> & { readonly anonymous: boolean };

/** Somebody is named, or nobody, and then it is said. */
function checkWho({ anonymous, complainant, customer, ticket }: Partial<Who>): void {
  const person = complainant ?? customer;
  if (!anonymous && (person ?? ticket) === undefined)
    throw invalid('complainant-missing', '/complainant', {
      zh: '须写明投诉人、客户或工单；匿名来信须注明',
      en: 'name the complainant, the customer or a ticket, or say that it is anonymous',
    });
  if (anonymous && person !== undefined)
    throw invalid('anonymous-with-a-name', '/anonymous', {
      zh: '已写明投诉人，不是匿名投诉',
      en: 'somebody is named, so it is not anonymous',
    });
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer, 'R6');
}
