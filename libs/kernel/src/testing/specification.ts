import { expect } from '@jest/globals';
import { DomainError, Refused } from '../errors.js';
import { fold, type Decider } from '../decider.js';
import type { Actor, Command, DomainEvent } from '../message.js';
import { commandOf, eventOf } from './messages.js';

/** What a decision says of an event. */
type Stated = Pick<DomainEvent, 'type' | 'data' | 'articles'>;

/**
 * `given(...past).when(command).then(...events)`: a decider's tests as sentences. Events are
 * compared by type, data and the articles that they answer to; what the command passes on (time,
 * actor) is the policy's own test.
 * A `code` given beside a refusal or an error is checked too, and that it is said in both languages.
 */
export function specification<C, S, E extends Stated>(decider: Decider<C, S, E>) {
  return (...past: E[]) => ({
    when: (command: C) => {
      const decide = () => decider.decide(command, fold(decider, past));
      return {
        then: (...events: Stated[]) => expect(decide().map(stated)).toEqual(events.map(stated)),
        thenNothing: () => expect(decide()).toEqual([]),
        thenRefusedUnder: (article: string, code?: string) => {
          expect(refusal(decide)).toBe(article);
          if (code) expect(decide).toThrow(`${code}: `);
        },
        thenThrows: (error: abstract new (...args: never[]) => DomainError, code: string) =>
          expect(thrown(decide)).toEqual([error.name, code]),
        events: decide,
      };
    },
  });
}

/**
 * The same, with the builders of what the decider is told: `const { given, ask, event } =
 * specify(toolDecider, STOREKEEPER, ['R12'])`.
 *
 * @param by who acts, unless a command or an event says otherwise
 * @param articles that the events answer to, or what each answers to
 */
export function specify<C extends Command, S, E extends DomainEvent>(
  decider: Decider<C, S, E>,
  by: Actor,
  articles?: Parameters<typeof eventOf<E>>[1],
) {
  const given = specification(decider);
  return { given, ask: commandOf<C>(by), event: eventOf<E>(by, articles) };
}

function stated({ type, data, articles }: Stated): Stated {
  return { type, data, articles };
}

function refusal(decide: () => unknown): string {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refused) return inBothLanguages(error).article;
    throw error;
  }
  return 'not refused';
}

/** Class and code of what was thrown. */
function thrown(decide: () => unknown): string[] {
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError) return [inBothLanguages(error).name, error.code];
    throw error;
  }
  return [];
}

function inBothLanguages<Thrown extends DomainError>(error: Thrown): Thrown {
  expect(error.says.zh).toMatch(/\p{Script=Han}/u);
  expect(error.says.en).toMatch(/[a-z]{3}/);
  return error;
}
