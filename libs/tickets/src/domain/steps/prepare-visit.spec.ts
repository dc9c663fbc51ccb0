import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  span,
  SUPERVISOR,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { PrepareVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { prepareVisit } from './prepare-visit.js';

const given = givenFor(prepareVisit);
const ready = {
  visit: 1,
  badge: true,
  uniform: true,
  tools: ['T-100'],
  parts: [{ sku: 'CAP-35', quantity: 1 }],
};
const planned: TicketEvent[] = [past.opened(), past.faultAnalysed(), past.scheduled()];

function prepare(
  more: Partial<PrepareVisit['data']> = {},
  by = { id: 'li-wei', role: 'technician' },
) {
  return command('PrepareVisit', { ...ready, ...more }, '08:40', {
    by,
    known: { toolsInHand: ['T-100', 'T-101'] },
  });
}

function findingsOf(more: Partial<PrepareVisit['data']>, before = planned) {
  const [, ...findings] = given(...before)
    .when(prepare(more))
    .events();
  return findings.map(({ data }) => data);
}

test('a visit is prepared with badge, uniform, tools and parts', () => {
  given(...planned)
    .when(prepare())
    .then(event('VisitPrepared', ready));
});

test.each([
  ['V3', 'parts-not-listed', { parts: [] }],
  ['V4', 'badge-missing', { badge: false }],
  ['V4', 'uniform-missing', { uniform: false }],
  ['V5', 'tools-not-listed', { tools: [] }],
] as const)('[%s] finds %s', (article, code, more) => {
  expect(findingsOf({ ...more } as Partial<PrepareVisit['data']>)).toEqual([
    { finding: 1, article, code, visit: 1, person: 'li-wei' },
  ]);
});

test('[V3] [V4] [V5] finds each thing that is missing, and numbers them on', () => {
  const earlier = past.found(1, 'V7', 'delay-without-apology');
  const found = findingsOf({ badge: false, uniform: false, tools: [], parts: [] }, [
    ...planned,
    earlier,
  ]);
  expect(found).toMatchObject([{ finding: 2 }, { finding: 3 }, { finding: 4 }, { finding: 5 }]);
});

test('[V3] [V5] finds nothing where the analysis says that no parts and no tools are needed', () => {
  const simple = [past.opened(), past.faultAnalysed({ parts: [], tools: [] }), past.scheduled()];
  expect(findingsOf({ parts: [], tools: [] }, simple)).toEqual([]);
});

test('[V3] [V5] empty lists without an analysis are no lists', () => {
  const found = findingsOf({ parts: [], tools: [] }, [past.opened(), past.scheduled()]);
  expect(found).toMatchObject([{ article: 'V3' }, { article: 'V5' }]);
});

test("[V5] refuses a tool that is not in the technician's hands", () => {
  given(...planned)
    .when(prepare({ tools: ['T-100', 'T-999'] }))
    .thenRefusedUnder('V5', 'tool-not-in-hand');
});

test('a technician prepares their own visits; dispatchers and supervisors anybody’s', () => {
  given(...planned)
    .when(prepare({}, WANG_FANG))
    .thenThrows(Forbidden, 'not-your-visit');
  for (const by of [DISPATCHER, SUPERVISOR, { ...WANG_FANG, onBehalfOf: 'li-wei' }]) {
    given(...planned)
      .when(prepare({}, by))
      .then(event('VisitPrepared', ready));
  }
});

test('a visit is prepared once, after the call and before the departure', () => {
  given(...planned)
    .when({ ...prepare(), occurredAt: at('07:59') })
    .thenThrows(Invalid, 'occurred-too-early');
  given(...planned, past.prepared())
    .when(prepare())
    .thenThrows(NotPossible, 'visit-already-prepared');
  given(...planned, past.departed())
    .when(prepare())
    .thenThrows(NotPossible, 'visit-departed');
});

test('[V4] what was found of one technician does not keep it from being found of the next', () => {
  const handedOver = [
    ...planned,
    past.prepared({ badge: false }),
    past.found(1, 'V4', 'badge-missing'),
    past.rescheduled(span('13:00', '15:00'), { technician: WANG_FANG.id }, '08:50'),
  ];
  const [, finding] = given(...handedOver)
    .when(
      command('PrepareVisit', { ...ready, badge: false }, '09:00', {
        by: WANG_FANG,
        known: { toolsInHand: ['T-100'] },
      }),
    )
    .events();
  expect(finding?.data).toMatchObject({ finding: 2, article: 'V4', person: WANG_FANG.id });
});

test('a visit is not prepared before it was planned', () => {
  given(past.opened(), past.scheduled({}, '08:50'))
    .when(prepare({ tools: [] }))
    .thenThrows(Invalid, 'occurred-too-early');
});
