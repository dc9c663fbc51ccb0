import { describe, test } from '@jest/globals';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  decided,
  inRepair,
  known,
  laterOf,
  openedCase,
  proposed,
  step,
  verified,
} from '../../testing/cases.js';
import { CORRECTED } from '../evaluation/consequences.js';
import type { Shortage } from '../case/facts.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';
import type { ShortageRecorded } from '../standing.events.js';

const given = specification(standingDecider);
const PROCESS = { id: 'process:open-case-when-goods-are-missing', role: 'process' };
const ask = commandOf<StandingCommand>(PROCESS);
const NOW = at('09:00');
const of = { employee: 'he-ying', year: '2026' };
const missing = (amount: string, day = NOW): Shortage => ({ at: day, amount });
const record = (amount: string, before: readonly Shortage[] = [], beside: object = {}) =>
  ask('RecordShortage', { ...of, stocktake: 'ST-9', at: NOW, amount }, '10:00', {
    known: { ...known, shortages: before, ...beside },
  });
const recorded = (amount: string, stocktake = 'ST-9', day = NOW): ShortageRecorded => ({
  type: 'ShortageRecorded',
  data: { ...of, stocktake, at: day, amount },
  occurredAt: at('10:00'),
  actor: PROCESS,
  articles: ['D22'],
});
const file = (number: number, shortages: readonly Shortage[], more: object = {}) => {
  const { amount } = shortages.at(-1)!;
  const facts = `盘点 ST-9：所保管的商品短少 ${amount} 元 / stocktake ST-9: goods worth ${amount} yuan were missing of those in their charge`;
  const said = { facts, happenedAt: NOW, matter: 'ST-9', shortages, ...more };
  return { ...openedCase(number, 'D22.shortage', said, { by: PROCESS }), occurredAt: at('10:00') };
};
const dropped = (number: number) =>
  laterOf(file(number, HUGE), PROCESS, '10:00')('CaseDropped', { case: number, corrected: true });

const HUGE = [missing('10000.00')];
const A_YEAR_AGO = missing('0.01', '2025-03-02T01:00:00.000Z');
const IN_JUNE = missing('1.00', '2025-06-30T15:59:59.999Z');

describe('[D22] what is missing at a count is kept, and makes a case', () => {
  test('where it is huge, to the fen', () => {
    given().when(record('10000.00')).then(recorded('10000.00'), file(1, HUGE));
    given().when(record('9999.99')).then(recorded('9999.99'));
  });

  test('where it is repeated within twelve months, to the day', () => {
    const before = [A_YEAR_AGO, IN_JUNE];
    const all = [...before, missing('2.00')];
    given().when(record('2.00', before)).then(recorded('2.00'), file(1, all));
    given()
      .when(record('2.00', [IN_JUNE]))
      .then(recorded('2.00'));
    const tooLongAgo = missing('0.01', '2025-03-01T01:00:00.000Z');
    given()
      .when(record('2.00', [tooLongAgo, IN_JUNE]))
      .then(recorded('2.00'));
  });

  test('of the year’s own counts as of those before', () => {
    const january = recorded('1.00', 'ST-1', at('09:00', -50));
    const february = recorded('1.00', 'ST-2', at('09:00', -20));
    const all = [
      missing('1.00', at('09:00', -50)),
      missing('1.00', at('09:00', -20)),
      missing('2.00'),
    ];
    given(january, february).when(record('2.00')).then(recorded('2.00'), file(1, all));
    const none = recorded('0.00', 'ST-2', at('09:00', -20));
    given(january, february, none).when(record('2.00')).then(recorded('2.00'));
  });

  test('once, and not of shortages that a case has had already', () => {
    given(recorded('10000.00'), file(1, HUGE)).when(record('10000.00')).thenNothing();
    given().when(record('0.00')).thenNothing();
    const [january, february] = [
      missing('1.00', at('09:00', -50)),
      missing('1.00', at('09:00', -20)),
    ];
    const other = file(1, [january, february], { matter: 'ST-2' });
    given(recorded('1.00', 'ST-1', january.at), recorded('1.00', 'ST-2', february.at), other)
      .when(record('2.00'))
      .then(recorded('2.00'));
  });

  test('of sales staff alone, and by an edition that was in force', () => {
    given()
      .when(record('10000.00', [], inRepair))
      .thenNothing();
    given()
      .when(record('10000.00', [], { edition: 'none-approved' }))
      .thenNothing();
  });

  test('[D7] and of nobody who was dismissed', () => {
    given()
      .when(record('10000.00', [], { dismissed: true }))
      .thenRefusedUnder('D7', 'already-dismissed');
  });
});

describe('[D22] where the count turns out otherwise', () => {
  const past = [recorded('10000.00'), file(1, HUGE)];

  test('what nobody has decided is opened anew, or ends', () => {
    given(...past)
      .when(record('12000.00'))
      .then(recorded('12000.00'), dropped(1), file(2, [missing('12000.00')]));
    given(...past)
      .when(record('9999.99'))
      .then(recorded('9999.99'), dropped(1));
    given(...past, recorded('0.00'), dropped(1))
      .when(record('10000.00'))
      .then(recorded('10000.00'), file(2, HUGE));
  });

  test('what was decided stands as long as it holds; otherwise taking it back is proposed', () => {
    const [said, opened] = past as [ShortageRecorded, ReturnType<typeof file>];
    const act = [said, opened, verified(opened), proposed(opened), decided(opened)];
    given(...act)
      .when(record('12000.00'))
      .then(recorded('12000.00'));
    const back = file(2, HUGE, { clause: CORRECTED.clause, replaces: 1 });
    const clause = { ...back.data.judgedBy.clause, ...CORRECTED };
    const asked = { ...back, data: { ...back.data, judgedBy: { ...back.data.judgedBy, clause } } };
    const asks = { ...proposed(asked, [], {}, PROCESS), occurredAt: at('10:00') };
    given(...act)
      .when(record('0.00'))
      .then(recorded('0.00'), asked, asks);
    const declined = laterOf(opened)('ActDeclined', { case: 1, condition: '非个人原因' });
    given(said, opened, declined).when(record('12000.00')).then(recorded('12000.00'));
    given(said, opened, declined).when(record('0.00')).then(recorded('0.00'));
  });
});

test('[D22] nothing is proposed before it was verified that it is their own fault', () => {
  const propose = step('ProposeAct', { case: 1 }, { time: '11:00' });
  const opened = file(1, HUGE);
  given(opened).when(propose).thenRefusedUnder('D22', 'shortage-not-own-fault');
  const own = { ...verified(opened), occurredAt: at('10:30') };
  const next = { ...proposed(opened), occurredAt: at('11:00') };
  given(opened, own).when(propose).then(next);
});
