import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { decided, known, laterOf, openedCase, proposed, verified } from '../../testing/cases.js';
import type { StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';
import type { CaseOpened, StandingEvent } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/* D22, 经常性: whether shortages are repeated depends on all of them, in whichever order they are told. */

const PROCESS = { id: 'process:judge-what-a-shortage-reaches', role: 'process' };
const ask = commandOf<StandingCommand>(PROCESS);
const DAYS = {
  'ST-1': '2026-01-10T01:00:00.000Z',
  'ST-2': '2026-02-10T01:00:00.000Z',
  'ST-3': '2026-03-10T01:00:00.000Z',
  'ST-4': '2026-04-10T01:00:00.000Z',
} as const;
type Stocktake = keyof typeof DAYS;

const LAST_YEAR = [
  { at: '2025-11-10T01:00:00.000Z', amount: '1.00' },
  { at: '2025-12-10T01:00:00.000Z', amount: '1.00' },
] as const;

/** A year of shortages as the process has them judged: each told has all others judged again. */
class Year {
  private readonly counted = new Set<Stocktake>();
  constructor(
    private readonly beside: object = {},
    private events: readonly StandingEvent[] = [],
  ) {}

  told(stocktake: Stocktake, amount: string): this {
    this.ask('RecordShortage', stocktake, { amount });
    for (const other of [...this.counted].toSorted())
      if (other !== stocktake) this.ask('JudgeShortageAgain', other);
    this.counted.add(stocktake);
    return this;
  }

  /** What becomes of a case. */
  then(...became: readonly ((file: CaseOpened) => StandingEvent)[]): this {
    const file = this.events.findLast(({ type }) => type === 'CaseOpened') as CaseOpened;
    this.events = [...this.events, ...became.map((each) => each(file))];
    return this;
  }

  /** All that was told is judged again, and nothing comes of it. */
  settled(): this {
    const before = this.events.length;
    for (const each of this.counted) this.ask('JudgeShortageAgain', each);
    expect(this.events).toHaveLength(before);
    return this;
  }

  judgedAgain(): this {
    for (const each of [...this.counted].toSorted()) this.ask('JudgeShortageAgain', each);
    return this;
  }

  get cases(): string[] {
    return this.standing.cases
      .toSorted((a, b) => a.case - b.case)
      .map(({ opened: { matter, shortages = [], replaces }, status }) => {
        const of = shortages.map(({ at }) => at.slice(2, 7)).join(' ');
        return `${matter} of ${of} ${status}${replaces ? ` for ${replaces}` : ''}`;
      });
  }

  private get standing(): Standing {
    return fold(standingDecider, this.events);
  }

  private ask(
    type: 'RecordShortage' | 'JudgeShortageAgain',
    stocktake: Stocktake,
    more: object = {},
  ): void {
    const data = { employee: 'he-ying', year: '2026', stocktake, at: DAYS[stocktake], ...more };
    const command = ask(type, data as never, '2026-05-04T01:00:00.000Z', {
      known: { ...known, shortages: [], ...this.beside },
    });
    this.events = [...this.events, ...standingDecider.decide(command, this.standing)];
  }
}

const three = () => new Year().told('ST-1', '1.00').told('ST-2', '1.00').told('ST-3', '1.00');
const THREE = 'ST-3 of 26-01 26-02 26-03';
const toAct = [verified, (file: CaseOpened) => proposed(file), (file: CaseOpened) => decided(file)];

describe('[D22] a case of repeated shortages', () => {
  test('is dropped where one of them, and not its own, is explained by what is told late', () => {
    expect(three().settled().cases).toEqual([`${THREE} open`]);
    expect(three().told('ST-2', '0.00').settled().cases).toEqual([`${THREE} dropped`]);
  });

  test('is opened anew where three are left without that one', () => {
    const four = three().told('ST-4', '1.00');
    expect(four.cases).toEqual([`${THREE} open`]);
    expect(four.told('ST-2', '0.00').settled().cases).toEqual([
      `${THREE} dropped`,
      'ST-4 of 26-01 26-03 26-04 open',
    ]);
  });

  test('rests on what is missing still, where another count comes to less', () => {
    expect(three().told('ST-2', '0.40').settled().cases).toEqual([
      `${THREE} dropped`,
      `${THREE} open`,
    ]);
  });

  test('is made by a count that is approved late, of all that there are by then', () => {
    const late = new Year().told('ST-1', '1.00').told('ST-3', '1.00').told('ST-2', '1.00');
    expect(late.settled().cases).toEqual([`${THREE} open`]);
    const among = new Year().told('ST-1', '1.00').told('ST-2', '1.00').told('ST-4', '1.00');
    expect(among.told('ST-3', '1.00').settled().cases).toEqual([
      'ST-4 of 26-01 26-02 26-04 dropped',
      'ST-4 of 26-01 26-02 26-03 26-04 open',
    ]);
  });

  test('[D8] of a decided act taking back is proposed, and not where its ground comes back', () => {
    const act = three().then(...toAct);
    expect(act.told('ST-2', '0.00').settled().cases).toEqual([
      `${THREE} decided`,
      `${THREE} proposed for 1`,
    ]);
    expect(act.told('ST-2', '2.00').settled().cases).toEqual([
      `${THREE} decided`,
      `${THREE} dropped for 1`,
    ]);
  });

  test('once it was taken back leaves what is missing still to the next', () => {
    const act = three()
      .then(...toAct)
      .told('ST-2', '0.00');
    const back = act.then(
      (file) => decided(file, []),
      (file) => laterOf(file)('ActRevoked', { case: 1, replacedBy: file.data.case }),
    );
    expect(back.told('ST-4', '1.00').settled().cases.slice(2)).toEqual([
      'ST-4 of 26-01 26-03 26-04 open',
    ]);
  });

  test('that people have dropped, declined or revoked does not come back with the next count', () => {
    const ends = [
      (file: CaseOpened) => laterOf(file)('CaseDropped', { case: 1, reason: '查无实据' }),
      (file: CaseOpened) => laterOf(file)('ActDeclined', { case: 1, condition: '非个人原因' }),
    ];
    for (const end of ends) {
      const ended = three().then(end);
      expect(ended.told('ST-4', '1.00').settled().cases).toHaveLength(1);
      expect(ended.told('ST-2', '0.40').settled().cases).toHaveLength(1);
    }
    const revoked = three().then(...toAct, (file) =>
      laterOf(file)('ActRevoked', { case: 1, reason: '申诉成立' }),
    );
    expect(revoked.told('ST-4', '1.00').settled().cases).toHaveLength(1);
  });

  test('that is appealed against stands as long as it holds', () => {
    const appealed = three().then(...toAct, (file) =>
      laterOf(file)('AppealFiled', { case: 1, grounds: '有人代售' }),
    );
    expect(appealed.told('ST-2', '0.40').settled().cases).toEqual([`${THREE} appealed`]);
  });
});

describe('[D22] shortages of the year before', () => {
  test('count for one case alone, also one of this year', () => {
    const year = new Year({ shortages: LAST_YEAR }).told('ST-1', '1.00');
    expect(year.cases).toEqual(['ST-1 of 25-11 25-12 26-01 open']);
    expect(year.told('ST-2', '1.00').told('ST-3', '1.00').settled().cases).toHaveLength(1);
  });

  test('that a case of that year has had count for none here, unless it was undone', () => {
    const file = openedCase(1, 'D22.shortage', { shortages: [...LAST_YEAR] });
    const of = (events: readonly StandingEvent[]) => ({
      shortages: LAST_YEAR,
      beside: fold(standingDecider, events).cases,
    });
    expect(new Year(of([file])).told('ST-1', '1.00').cases).toEqual([]);
    const undone = laterOf(file)('CaseDropped', { case: 1, corrected: true });
    expect(new Year(of([file, undone])).told('ST-1', '1.00').cases).toHaveLength(1);
  });
});

test('[D22] and nothing is judged again where no edition was in force', () => {
  const year = new Year({ edition: 'none-approved' });
  expect(year.told('ST-1', '20000.00').judgedAgain().cases).toEqual([]);
});

test('[D7] nor is a case opened of somebody who was dismissed meanwhile', () => {
  const huge = new Year({ dismissed: true });
  expect(() => huge.told('ST-1', '20000.00')).toThrow('already-dismissed');
});
