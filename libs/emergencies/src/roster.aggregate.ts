import { aggregate, changes, creates } from '@app/aggregates';
import { chinese, list, plainAccount, quoted, who } from '@app/audit/src/words/index.js';
import { managers } from '@app/identity';
import { ladderIsStaffed, standInsAreActive } from './application/all-active.js';
import { rosterEvents, type RosterEvent } from './domain/roster.events.js';
import { rosterDecider, rosterStreams, unknownRoster } from './domain/roster.js';
import { RosterBody } from './http/roster.body.js';
import { MakeOnCallExceptionDto, SetOnCallRosterDto } from './http/roster.dto.js';
import { readRoster } from './permissions.js';

const NOBODY = { zh: '无人', en: 'nobody' };

export const rosters = aggregate({
  streams: rosterStreams,
  decider: rosterDecider,
  events: rosterEvents,
  path: 'on-call-rosters',
  id: 'roster',
  commands: {
    SetOnCallRoster: creates(SetOnCallRosterDto, managers),
    MakeOnCallException: changes(MakeOnCallExceptionDto, [...managers, 'dispatcher']),
  },
  known: { setOnCallRoster: ladderIsStaffed, makeOnCallException: standInsAreActive },
  shows: {
    as: RosterBody,
    summary: 'An on-call roster: its editions, and its exceptions by date (B3).',
    to: readRoster,
    unknown: unknownRoster,
    body: ({ since: _, ...shown }) => shown,
  },
  account: plainAccount<RosterEvent>(
    {
      OnCallRosterSet: ({ data: { edition, rungs }, actor }) => {
        const ladder = list(
          rungs.map(({ name }) => name),
          NOBODY,
        );
        return {
          zh: chinese`${who(actor).zh}制定值班表第${edition}版，逐级为：${ladder.zh}。`,
          en: `${who(actor).en} set edition ${edition} of the on-call roster, rung by rung: ${ladder.en}.`,
        };
      },
      OnCallExceptionMade: ({ data: { rung, date, from, until, employees, reason }, actor }) => {
        const people = list(employees, NOBODY);
        return {
          zh: chinese`${who(actor).zh}更改${date} ${from}–${until}第${rung}级值班：${people.zh}，理由：${quoted(reason)}。`,
          en: `${who(actor).en} put ${people.en} on call on rung ${rung} on ${date}, ${from}–${until}: ${quoted(reason)}.`,
        };
      },
    },
    ['employee', 'person', 'employees'],
  ),
});
