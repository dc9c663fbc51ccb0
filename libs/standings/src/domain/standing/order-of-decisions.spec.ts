import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, plusMinutes } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { decided, laterOf, openedCase } from '../../testing/cases.js';
import { levels, type Level } from '../edition/clause.js';
import { evolve, initialState } from '../standing.evolve.js';
import type { CaseOpened, StandingEvent } from '../standing.events.js';
import { actsOf, explanationOf, firstStood } from './standing-of-cases.js';

/*
 * The reference, naive and from the text alone (D8): three of a kind make a major one, then like goes against
 * like; three major demerits stand where so many are left after some decision.
 */
function majorsLeft(decisions: readonly Level[]): number {
  const count = (level: Level) => decisions.filter((each) => each === level).length;
  const bad = count('major-demerit') + Math.floor(count('demerit') / 3);
  const good = count('major-merit') + Math.floor(count('merit') / 3);
  return Math.max(0, bad - good);
}

const stoodAfter = (decisions: readonly Level[]) =>
  decisions.findIndex((_, index) => majorsLeft(decisions.slice(0, index + 1)) >= 3);

const WITH: Readonly<Partial<Record<Level, string>>> = {
  merit: 'D9.adopted',
  demerit: 'D27.vehicle',
  'major-merit': 'D14.far-exceeded',
  'major-demerit': 'D26.disobeys',
};
const used = levels.filter((level) => WITH[level] !== undefined);

const fileOf = (level: Level, number: number) =>
  openedCase(number, WITH[level]!, { happenedAt: plusMinutes(at('00:00'), number) });
const decide = (file: CaseOpened): StandingEvent => decided(file);
const standingOf = (events: readonly StandingEvent[]) =>
  fold({ initialState, evolve }, events).cases;

/** Levels of acts, by the number of their case, and an order in which they are decided. */
const year = fc
  .array(fc.constantFrom(...used), { maxLength: 14 })
  .chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all.keys()], { minLength: all.length, maxLength: all.length }),
    ),
  );

test('[D8] the order of decisions settles whether and when three major demerits stood, and nothing else', () => {
  const seen = { stood: 0, not: 0, late: 0 };
  fc.assert(
    fc.property(year, ([all, order]) => {
      const files = all.map((level, index) => fileOf(level, index + 1));
      const inOrder = standingOf([...files, ...order.map((index) => decide(files[index]!))]);
      const asOpened = standingOf([...files, ...files.map(decide)]);
      expect(explanationOf(inOrder)).toEqual(explanationOf(asOpened));

      const decisions = order.map((index) => all[index]!);
      const last = stoodAfter(decisions);
      expect(firstStood(inOrder)?.length ?? 0).toBe(last + 1);
      seen[last < 0 ? 'not' : 'stood'] += 1;
      if (last >= 0 && majorsLeft(decisions) < 3) seen.late += 1;
    }),
    { numRuns: 400, seed: 8 },
  );
  // Each of the cases that are to be told apart came up, also three that stood and were offset later.
  expect(Math.min(seen.stood, seen.not, seen.late)).toBeGreaterThan(5);
});

test('[D8] revoking everything leaves an empty standing, whatever was decided in which order', () => {
  fc.assert(
    fc.property(year, ([all, order]) => {
      const files = all.map((level, index) => fileOf(level, index + 1));
      const revoked = files.map((file) =>
        laterOf(file)('ActRevoked', { case: file.data.case, reason: '…' }),
      );
      const cases = standingOf([
        ...files,
        ...order.map((index) => decide(files[index]!)),
        ...revoked.toReversed(),
      ]);
      expect(actsOf(cases)).toEqual([]);
      expect(explanationOf(cases)).toBeUndefined();
      expect(firstStood(cases)).toBeUndefined();
    }),
  );
});

test('[D8] revoking one act leaves what the others make without it', () => {
  fc.assert(
    fc.property(year, fc.nat(), ([all, order], nth) => {
      fc.pre(all.length > 0);
      const gone = nth % all.length;
      const files = all.map((level, index) => fileOf(level, index + 1));
      const rest = order.filter((index) => index !== gone);
      const file = files[gone]!;
      const after = standingOf([
        ...files,
        ...order.map((index) => decide(files[index]!)),
        laterOf(file)('ActRevoked', { case: file.data.case, reason: '…' }),
      ]);
      const never = standingOf([...files, ...rest.map((index) => decide(files[index]!))]);
      expect(explanationOf(after)).toEqual(explanationOf(never));
    }),
  );
});
