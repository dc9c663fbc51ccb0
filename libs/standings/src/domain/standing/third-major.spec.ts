import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import {
  act,
  decided,
  laterOf,
  openedCase,
  proposed,
  step,
  THE_EMPLOYEE,
} from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingEvent } from '../standing.events.js';
import { document2 } from '../edition/document-2.js';
import { explanationOf, firstStood } from './standing-of-cases.js';
import { countOf } from './reckon.js';

const happened = (hour: number) => at(`${String(hour).padStart(2, '0')}:00` as '01:00');
/* No clause of document 2 brings a major merit by report alone. */
const NAMES = { 大过: 'D26.disobeys', 记过: 'D26.talks-back', 大功: 'D14.far-exceeded' } as const;

type Name = keyof typeof NAMES;

/** The acts in the order of their decisions; the last one is decided by the command that is returned. */
function story(...names: readonly Name[]) {
  const acts = names.map((name, index) => act(index + 1, NAMES[name], happened(index)));
  const past: StandingEvent[] = acts.slice(0, -1).flat();
  const [file, proposal] = acts.at(-1)!;
  return { past: [...past, file, proposal], number: names.length };
}

const decide = (number: number) => step('DecideAct', { case: number }, { time: at('00:00', 4) });
const eventsOf = (command: Parameters<typeof standingDecider.decide>[0], past: StandingEvent[]) =>
  standingDecider.decide(command, fold(standingDecider, past));
const typesOf = (events: readonly StandingEvent[]) => events.map(({ type }) => type);

/** Everything that had happened once each of these was decided. */
function told(...names: readonly Name[]) {
  return names.reduce<StandingEvent[]>((events, name, index) => {
    const [file, proposal] = act(index + 1, NAMES[name], happened(index));
    const before = [...events, file, proposal];
    return [...before, ...eventsOf(decide(index + 1), before)];
  }, []);
}

describe('[D8] three major demerits bring dismissal', () => {
  test('proposed at once to the general manager, when the third is decided', () => {
    const { past, number } = story('大过', '大过', '大过');
    const events = eventsOf(decide(number), past);
    expect(typesOf(events)).toEqual(['ActDecided', 'CaseOpened', 'ActProposed']);
    expect(events[1]!.data).toMatchObject({
      case: 4,
      article: 'D8',
      because: [1, 2, 3],
      happenedAt: happened(2),
      judgedBy: { edition: '2026.1' },
    });
    expect(events[2]!.data).toMatchObject({ case: 4, measures: ['dismissal'] });
  });

  test('also where one of them came by conversion', () => {
    const { past, number } = story('大过', '记过', '大过', '记过', '记过');
    const events = eventsOf(decide(number), past);
    expect(events[1]?.data).toMatchObject({ article: 'D8', because: [1, 2, 3, 4, 5] });
  });

  test('not where they never stood at three', () => {
    const { past, number } = story('大过', '大过', '大功', '大过');
    expect(typesOf(eventsOf(decide(number), past))).toEqual(['ActDecided']);
  });

  test('a later merit does not undo it, and it is not proposed twice', () => {
    const before = told('大过', '大过', '大过');
    expect(typesOf(before).filter((type) => type === 'CaseOpened')).toHaveLength(4);
    const merit = openedCase(5, NAMES.大功, { happenedAt: happened(8) });
    const events = eventsOf(decide(5), [...before, merit, proposed(merit)]);
    expect(typesOf(events)).toEqual(['ActDecided']);
  });

  test('it is neither declined nor revoked by itself, and the manager decides it', () => {
    const before = told('大过', '大过', '大过');
    const refusal =
      (command: Parameters<typeof eventsOf>[0], past = before) =>
      () =>
        eventsOf(command, past);
    expect(
      refusal(
        step('DeclineAct', { case: 4, condition: '…' }, { by: MANAGER, time: at('12:00', 5) }),
      ),
    ).toThrow('three-majors-stand');
    expect(refusal(step('DecideAct', { case: 4 }, { time: at('00:00', 10) }))).toThrow(
      'decided-by-the-general-manager',
    );
    const decided = eventsOf(
      step('DecideAct', { case: 4 }, { by: MANAGER, time: at('00:00', 10) }),
      before,
    );
    const appeal = laterOf(
      { data: { ...openedCase(4, NAMES.大过).data, article: 'D8' } },
      THE_EMPLOYEE,
      at('01:00', 10),
    )('AppealFiled', { case: 4, grounds: '…' });
    expect(
      refusal(
        step(
          'DecideAppeal',
          {
            case: 4,
            verdict: 'revoke',
            reason: '…',
            opinionBy: 'wu-di',
            opinion: 'e'.repeat(64),
          },
          { by: MANAGER, time: at('02:00', 10), beside: { opinionLeads: true } },
        ),
        [...before, ...decided, appeal],
      ),
    ).toThrow('three-majors-stand');
  });
});

describe('[D8] revoking an act undoes exactly what it caused', () => {
  const appealed = (number: number) =>
    laterOf(
      openedCase(number, NAMES.大过),
      THE_EMPLOYEE,
      at('01:00', 4),
    )('AppealFiled', {
      case: number,
      grounds: '…',
    });
  const revoke = (number: number) =>
    step(
      'DecideAppeal',
      { case: number, verdict: 'revoke', reason: '申诉成立' },
      { by: MANAGER, time: at('02:00', 10) },
    );

  test('the dismissal that was only proposed is dropped', () => {
    const events = eventsOf(revoke(2), [...told('大过', '大过', '大过'), appealed(2)]);
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['ActRevoked', { case: 2, reason: '申诉成立' }],
      ['CaseDropped', { case: 4, because: 2 }],
    ]);
  });

  test('the dismissal that was decided is revoked', () => {
    const before = told('大过', '大过', '大过');
    const dismissed = eventsOf(
      step('DecideAct', { case: 4 }, { by: MANAGER, time: at('00:00', 10) }),
      before,
    );
    const events = eventsOf(revoke(2), [...before, appealed(2), ...dismissed]);
    expect(events[1]).toMatchObject({ type: 'ActRevoked', data: { case: 4, because: 2 } });
  });

  test('it stays where three stood without that act', () => {
    const events = eventsOf(revoke(2), [...told('大过', '记过', '大过', '大过'), appealed(2)]);
    expect(typesOf(events)).toEqual(['ActRevoked']);
  });

  test('where a major merit is revoked without which three stood, it is proposed', () => {
    const events = eventsOf(revoke(3), [...told('大过', '大过', '大功', '大过'), appealed(3)]);
    expect(typesOf(events)).toEqual(['ActRevoked', 'CaseOpened', 'ActProposed']);
  });

  test('once all are revoked, the standing is empty', () => {
    const before = told('大过', '记过', '大功');
    const all = [1, 2, 3].reduce<StandingEvent[]>(
      (events, number) => [
        ...events,
        appealed(number),
        ...eventsOf(revoke(number), [...events, appealed(number)]),
      ],
      before,
    );
    expect(explanationOf(fold(standingDecider, all).cases)).toBeUndefined();
  });
});

test('[D8] the standing names the edition and the order that made it', () => {
  const { cases } = fold(standingDecider, [
    ...act(1, NAMES.记过),
    ...act(2, NAMES.大功, happened(3)),
  ]);
  const explained = explanationOf(cases)!;
  expect(explained).toMatchObject({ edition: '2026.1', order: 'convert-then-offset', points: 6 });
  expect(countOf(explained, 'demerit')).toBe(1);
});

describe('[D8] [D43] a year that an edition cuts', () => {
  const harder = { ...document2, demeritsToMajor: 2, majorsToDismissal: 2 };
  const demerits = (number: number, count: number, text = document2) =>
    Array.from({ length: count }, (_, index) => {
      const happenedAt = at('09:00', -30 + (number + index) * 2);
      const file = openedCase(number + index, NAMES.记过, { happenedAt }, { text });
      return [file, proposed(file), decided(file)];
    }).flat();
  const majors = (events: readonly StandingEvent[]) =>
    explanationOf(fold(standingDecider, events).cases)!
      .net.filter(({ level }) => level === 'major-demerit')
      .map(({ of }) => of);

  test('counts what happened before by the numbers of its day, whatever comes after', () => {
    const before = demerits(1, 2);
    expect(majors(before)).toEqual([]);
    // Two of three, and one of two: more than a whole. Two of three alone are none, in the new edition too.
    expect(majors([...before, ...demerits(3, 1, harder)])).toEqual([[1, 2, 3]]);
    expect(majors([...before, ...act(3, 'D11.intelligence', at('09:00', 20))])).toEqual([]);
    expect(majors([...demerits(1, 1), ...demerits(2, 1, harder)])).toEqual([]);
    expect(majors(demerits(1, 2, harder))).toEqual([[1, 2]]);
  });

  test('says which editions made it, and goes by the order of the earlier one', () => {
    const text = { ...document2, order: 'offset-then-convert' } as const;
    const other = openedCase(2, NAMES.记过, { happenedAt: at('09:00', 1) }, { text });
    const later = {
      ...other,
      data: { ...other.data, judgedBy: { ...other.data.judgedBy, edition: '2026.2' } },
    };
    const cases = fold(standingDecider, [
      ...demerits(1, 1),
      later,
      proposed(later),
      decided(later),
    ]);
    expect(explanationOf(cases.cases)).toMatchObject({
      edition: '2026.1',
      editions: ['2026.1', '2026.2'],
      order: 'convert-then-offset',
    });
  });

  test('brings dismissal once the majors left make a whole, each by its own number', () => {
    const major = (number: number, text = document2) => {
      const happenedAt = at('09:00', -30 + number);
      const file = openedCase(number, NAMES.大过, { happenedAt }, { text });
      return [file, proposed(file), decided(file)];
    };
    const stood = (...all: StandingEvent[]) =>
      firstStood(fold(standingDecider, all).cases)?.map((each) => each.case);
    expect(stood(...major(1), ...major(2))).toBeUndefined();
    expect(stood(...major(1), ...major(2), ...major(3, harder))).toEqual([1, 2, 3]);
    expect(stood(...major(1), ...major(2, harder))).toBeUndefined();
    expect(stood(...major(1, harder), ...major(2, harder))).toEqual([1, 2]);
  });
});
