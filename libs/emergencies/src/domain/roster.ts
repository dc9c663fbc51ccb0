import {
  Invalid,
  localDate,
  notBefore,
  NotFound,
  plusMinutes,
  streams,
  type Ask,
  type Decider,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';
import { editionAt } from './on-call.js';
import type { RosterEvent } from './roster.events.js';
import type { Ladder, OnCallException, Roster } from './roster.values.js';

/** All who are named work here; whoever does not was refused before. */
interface KnownEmployees {
  readonly employees: 'active';
}

export type SetOnCallRoster = Ask<
  'SetOnCallRoster',
  { roster: string; inForceFrom?: Instant } & Ladder,
  KnownEmployees
>;
export type MakeOnCallException = Ask<
  'MakeOnCallException',
  Omit<OnCallException, 'from' | 'until'> & { from?: string; until?: string; reason: string },
  KnownEmployees
>;
export type RosterCommand = SetOnCallRoster | MakeOnCallException;

/** The roster that emergencies follow. */
export const MAIN_ROSTER = 'main';

/** So many editions are remembered: more than anybody sets while an emergency lasts. */
const REMEMBERED = 50;

/** An exception is forgotten so many minutes after its date: a week. */
const FORGOTTEN_AFTER = 7 * 24 * 60;

export const rosterStreams = streams<Roster>('roster');

export const rosterDecider: Decider<RosterCommand, Roster, RosterEvent> = {
  initialState: () => ({ roster: '', editions: [], exceptions: [] }),
  evolve(roster, { type, data, occurredAt: since }) {
    if (type === 'OnCallExceptionMade') {
      const { roster: _, reason: __, ...exception } = data;
      const old = localDate(plusMinutes(since, -FORGOTTEN_AFTER));
      const kept = roster.exceptions.filter(({ date }) => date >= old);
      return { ...roster, exceptions: [...kept, exception], since };
    }
    const { roster: id, ...edition } = data;
    const editions = [...roster.editions, edition].slice(-REMEMBERED);
    return { ...roster, roster: id, editions, since };
  },
  decide(command, roster) {
    notBefore(command, roster.since);
    return command.type === 'SetOnCallRoster' ? set(command, roster) : except(command, roster);
  },
};

function set(command: SetOnCallRoster, { editions }: Roster): RosterEvent[] {
  const { inForceFrom = command.occurredAt } = command.data;
  if (inForceFrom < command.occurredAt) throw inForceBefore();
  const edition = (editions.at(-1)?.edition ?? 0) + 1;
  return [happened(command, 'OnCallRosterSet', { ...command.data, edition, inForceFrom }, ['B3'])];
}

/** Without hours it is the whole day. */
function except(command: MakeOnCallException, roster: Roster): RosterEvent[] {
  if (roster.editions.length === 0) throw unknownRoster();
  const { from = '00:00', until = '00:00', ...said } = command.data;
  const { rungs } = editionAt(roster, command.occurredAt) ?? roster.editions[0]!;
  const most = Math.max(rungs.length, roster.editions.at(-1)!.rungs.length);
  if (said.rung > most) throw unknownRung();
  const made = { roster: roster.roster, from, until, ...said };
  return [happened(command, 'OnCallExceptionMade', made, ['B3'])];
}

function inForceBefore(): Invalid {
  const says = {
    zh: '值班表不能从制定之前的时间起生效',
    en: 'a roster cannot be in force from before it is set',
  };
  return new Invalid('in-force-before-set', says, '/inForceFrom');
}

function unknownRung(): Invalid {
  const says = { zh: '值班表没有这一级', en: 'the roster has no such rung' };
  return new Invalid('unknown-rung', says, '/rung');
}

export function unknownRoster(): NotFound {
  return new NotFound('unknown-roster', {
    zh: '没有这份值班表',
    en: 'there is no such on-call roster',
  });
}
