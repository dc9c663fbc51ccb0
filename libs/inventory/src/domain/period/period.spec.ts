import { expect, test } from '@jest/globals';
import { fold, plusMinutes } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { findWhenACountIsMissed } from '../../processes/find-when-a-count-is-missed.js';
import { locationEvents } from '../location/location.js';
import { toolEvents } from '../tool/tool.events.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { periodDecider } from './period.js';

const { given, ask, event } = specify(periodDecider, SUPERVISOR, (type) =>
  type.startsWith('Finding') && type !== 'FindingRecorded' ? ['R16', 'R13'] : ['R16'],
);
const main = { kind: 'location', subject: 'main' } as const;
const meters = { kind: 'tools', subject: 'meter' } as const;
const inDays = (days: number, from = at('09:00')) => plusMinutes(from, days * 24 * 60);
const completed = event('CountCompleted', { ...main, stocktake: 'ST-1', due: inDays(92) });
const recordedMissed = (finding = 1) =>
  event(
    'FindingRecorded',
    { finding, article: 'R16', code: 'count-missed', remark: 'main' },
    '09:00',
  );

test('[R16] a location and a class of tools are due again within their periods', () => {
  given()
    .when(ask('CompleteCount', { ...main, stocktake: 'ST-1' }))
    .then(completed);
  given()
    .when(ask('CompleteCount', { ...meters, stocktake: 'ST-1' }))
    .then(event('CountCompleted', { ...meters, stocktake: 'ST-1', due: inDays(183) }));
});

test('[R16] counted in parts it is counted whole once they are all of it, and due again a period after the first', () => {
  const part = (data: object, stocktake: string, time = at('09:00')) =>
    ask('CompleteCount', { ...main, stocktake, ...data }, time);
  const counted = (data: object, stocktake: string, time = at('09:00')) =>
    event('CountPartCompleted', { ...main, stocktake, ...data }, time);
  const first = counted({ upTo: 'C' }, 'ST-1');
  const third = counted({ after: 'F' }, 'ST-3', inDays(20));
  given()
    .when(part({ upTo: 'C' }, 'ST-1'))
    .then(first);
  given(first)
    .when(part({ after: 'D' }, 'ST-2'))
    .then(counted({ after: 'D' }, 'ST-2'));
  const between = { after: 'C', upTo: 'F' };
  given(first, third)
    .when(part(between, 'ST-2', inDays(30)))
    .then(
      counted(between, 'ST-2', inDays(30)),
      event('CountCompleted', { ...main, stocktake: 'ST-2', due: inDays(92) }, inDays(30)),
    );
  given(first, third)
    .when(part(between, 'ST-2', inDays(93)))
    .then(counted(between, 'ST-2', inDays(93)));
  given(first, third, completed)
    .when(part(between, 'ST-2', inDays(30)))
    .then(counted(between, 'ST-2', inDays(30)));
});

test('[R16] a part that was counted does not keep the whole from being missed, and counts on afterwards', () => {
  const due = inDays(92);
  const early = event('CountPartCompleted', { ...main, stocktake: 'ST-1', upTo: 'C' }, inDays(90));
  const missed = event('CountMissed', { ...main, missed: due, due: inDays(184) }, due);
  given(early)
    .when(ask('FindCountMissed', { ...main, due }, due))
    .then(missed, recordedMissed());
  const rest = { ...main, stocktake: 'ST-2', after: 'C' };
  given(early, missed)
    .when(ask('CompleteCount', rest, inDays(93)))
    .then(
      event('CountPartCompleted', rest, inDays(93)),
      event('CountCompleted', { ...main, stocktake: 'ST-2', due: inDays(182) }, inDays(93)),
    );
});

test('[R16] a count that was missed is found by itself, and falls due once more', () => {
  const due = inDays(92);
  const missed = event('CountMissed', { ...main, missed: due, due: inDays(184) });
  const find = ask('FindCountMissed', { ...main, due }, due);
  given().when(find).then(missed, recordedMissed());
  given(completed).when(find).then(missed, recordedMissed());
  given(event('CountCompleted', { ...main, stocktake: 'ST-2', due: inDays(120) }))
    .when(find)
    .thenNothing();
  given(missed, recordedMissed()).when(find).thenNothing();
  given(missed, recordedMissed())
    .when(ask('FindCountMissed', { ...main, due: inDays(184) }, inDays(184)))
    .then(
      event('CountMissed', { ...main, missed: inDays(184), due: inDays(276) }),
      recordedMissed(2),
    );
  expect(fold(periodDecider, [completed, missed])).toMatchObject({ stocktake: 'ST-1' });
});

test('[R16] of a place that is told as of years ago one count was missed, and the next is still to come', () => {
  const due = inDays(92);
  const find = ask('FindCountMissed', { ...main, due }, due);
  for (const [told, next] of [
    [due, 184],
    [inDays(183), 184],
    [inDays(184), 276],
    [inDays(1_100), 1_104],
  ] as const)
    given()
      .when({ ...find, receivedAt: told })
      .then(event('CountMissed', { ...main, missed: due, due: inDays(next) }), recordedMissed());
});

test('[R16] a finding is reviewed, and reopened, where there is one', () => {
  const missed = event('CountMissed', { ...main, missed: inDays(92), due: inDays(184) });
  const review = { ...main, finding: 1, verdict: 'upheld' } as const;
  const upheld = event('FindingUpheld', { finding: 1, article: 'R16' });
  given(missed, recordedMissed())
    .when(ask('ReviewFinding', review, '10:00', { by: MANAGER }))
    .then(upheld);
  const reopen = { ...main, finding: 1, reason: '当日停电' };
  given(missed, recordedMissed(), upheld)
    .when(ask('ReopenVerdict', reopen, '11:00', { by: MANAGER }))
    .events();
  expect(() => given().when(ask('ReviewFinding', review)).events()).toThrow('finding-not-found');
  expect(() => given().when(ask('ReopenVerdict', reopen)).events()).toThrow('finding-not-found');
});

test('[R16] the period runs from the registration, from the last approval, and from what was missed', () => {
  const process = processOf(findWhenACountIsMissed);
  const by = eventOf<never>(SUPERVISOR) as (type: string, data: object, time?: string) => never;
  const location = by('LocationRegistered', locationEvents.LocationRegistered.sample);
  const register = (tool: string) =>
    by('ToolRegistered', { ...toolEvents.ToolRegistered.sample, tool });
  const deadline = (of: { kind: string; subject: string }, due: string) => ({
    deadline: 'count',
    at: due,
    send: { category: 'counting', id: of.subject, type: 'FindCountMissed', data: { ...of, due } },
  });
  process
    .given(
      ...recorded('location-main', [location]),
      ...recorded('tool-1', [register('TOOL-1'), register('TOOL-2')]),
    )
    .thenCommands(deadline(main, inDays(92)), deadline(meters, inDays(183)));
  const missed = by('CountMissed', { ...main, missed: inDays(92), due: inDays(184) });
  process
    .given(...recorded('counting-location:main', [completed as never, missed]))
    .thenCommands(deadline(main, inDays(92)), deadline(main, inDays(184)));
});
