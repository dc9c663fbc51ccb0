import { recordFindings, withdrawFindings } from '@app/findings';
import { Invalid, localDate, NotPossible, noSuch } from '@app/kernel';
import { happened } from '@app/policy';
import { idsOf, requireDrawn } from './preconditions.js';
import type {
  FindMaintenanceUndone,
  MoveMaintenance,
  OpenMaintenance,
  RecordMaintenance,
} from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import { planOn, type Contract, type DrawnContract } from './contract.state.js';
import type { RoundId } from './contract.values.js';
import { found } from './found.js';
import { dayOn } from './planning.js';
import { sameRound, type Round } from './round.state.js';

/**
 * It is time for a round, so its ticket is opened, once. Told too early, too late or twice, after the
 * contract's end or once it is no longer agreed on, it opens nothing (B2).
 */
export function openMaintenance(command: OpenMaintenance, contract: Contract): ContractEvent[] {
  const round = roundIn(contract, command.data);
  if (contract.status === 'none' || !round) return [];
  if (round.status === 'opened' || round.status === 'done') return [];
  if (command.occurredAt < round.opens) return [];
  const plan = planOn(contract, round.plan, round.round);
  if (!plan) return [];
  const { site, day } = round;
  const ticket = ticketOf(contract, round);
  const opened = { ...idOf(round), ticket, day, site, work: plan.work };
  return [happened(command, 'MaintenanceOpened', { ...idsOf(contract), ...opened }, ['B2'])];
}

/** Contract, plan, date and the how manieth ticket of it: no other round has it, as plans have no hyphen. */
function ticketOf({ contract }: DrawnContract, { plan, round, tickets }: Round): string {
  return `${contract}-${plan}-${round.replaceAll('-', '')}-${tickets + 1}`;
}

/**
 * The two agree on another day. A ticket that is open stays; where its ticket ended without the
 * maintenance, another is opened.
 *
 * @throws NotPossible `maintenance-done` @throws Invalid `day-has-passed`
 */
export function moveMaintenance(command: MoveMaintenance, contract: Contract): ContractEvent[] {
  const drawn = requireDrawn(contract);
  const round = roundIn(drawn, command.data);
  if (!round) throw unknownRound('/round');
  if (round.status === 'done') throw done();
  const { day, reason } = command.data;
  if (day < localDate(command.occurredAt)) throw dayHasPassed();
  if (day === round.day) return [];
  const notice = planOn(drawn, round.plan, round.round) ?? { noticeDays: 0 };
  const moved = { ...idOf(round), ...dayOn(notice, day), was: round.day, reason };
  return [happened(command, 'MaintenanceMoved', { ...idsOf(drawn), ...moved }, ['B2'])];
}

/** The day of a round is over. What is done stays done; the rest is carried over, and found (B2). */
export function findMaintenanceUndone(
  command: FindMaintenanceUndone,
  contract: Contract,
): ContractEvent[] {
  const round = roundIn(contract, command.data);
  if (contract.status === 'none' || !round || round.status === 'done') return [];
  if (command.occurredAt < round.due || round.carriedOver === round.day) return [];
  if (wasNeverOwed(round, contract)) return [];
  const carried = { ...idsOf(contract), ...idOf(round), day: round.day };
  return [
    happened(command, 'MaintenanceCarriedOver', carried, ['B2']),
    ...recordFindings(command, contract, [found.maintenanceIsDoneByItsDay], idOf(round)),
  ];
}

/** The contract was over before its ticket was opened. */
function wasNeverOwed({ status, round }: Round, { until }: DrawnContract): boolean {
  return status === 'planned' && round > until;
}

/**
 * What became of the ticket of a round. It was done when the work was, whenever that is told: a finding
 * that it was late is withdrawn where it was not (B2).
 */
export function recordMaintenance(command: RecordMaintenance, contract: Contract): ContractEvent[] {
  const { ticket, at, came } = command.data;
  const round = roundIn(contract, command.data);
  if (contract.status === 'none' || round?.ticket !== ticket) return [];
  const of = { ...idsOf(contract), ...idOf(round), ticket };
  if (came !== 'done') {
    const changes = came === 'reopened' ? round.status !== 'opened' : round.status === 'opened';
    return changes
      ? [happened(command, 'MaintenanceOwed', { ...of, why: came, due: round.due }, ['B2'])]
      : [];
  }
  if (round.status === 'done') return [];
  const late = at >= round.due;
  const told = happened(command, 'MaintenanceDone', { ...of, at, late }, ['B2']);
  if (late) return [told];
  const disproved = { rules: [found.maintenanceIsDoneByItsDay], place: idOf(round), since: at };
  return [told, ...withdrawFindings(command, contract, disproved, told)];
}

function roundIn(contract: Contract, id: RoundId): Round | undefined {
  return contract.status === 'none'
    ? undefined
    : contract.rounds.find((each) => sameRound(each, id));
}

function idOf({ plan, round }: RoundId): RoundId {
  return { plan, round };
}

const unknownRound = noSuch('round', { zh: '这次定期维护', en: 'round of maintenance' });

function done(): NotPossible {
  return new NotPossible('maintenance-done', {
    zh: '这次维护已经完成，不能改期',
    en: 'it is done, and cannot be moved',
  });
}

function dayHasPassed(): Invalid {
  const says = { zh: '不能改到过去的日期', en: 'it cannot be moved to a day that has passed' };
  return new Invalid('day-has-passed', says, '/day');
}
