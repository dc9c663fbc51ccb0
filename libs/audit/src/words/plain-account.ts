import type { Actor, Bilingual, DomainEvent, Instant, Language } from '@app/kernel';
import type { AccountLine, Telling } from '../stream-kind.js';
import { begun } from './begun.js';
import { lateMarks } from './late-marks.js';
import { lineOf } from './line.js';
import { calledByName, employeesIn } from './people.js';
import { onOneLine } from './words.js';

/** A sentence for each type of event; a type without one does not compile. */
export type PlainSentences<E extends DomainEvent> = {
  readonly [K in E as K['type']]: (event: K) => Bilingual;
};

type Stored = DomainEvent & { readonly version: number; readonly recordedAt: Instant };

/**
 * An account of one sentence for each event, in the order in which things happened, with times,
 * articles, and a mark on what was recorded late. Employees are called by their names.
 *
 * @param people the fields of the events' data that hold an employee's id; default `employee`, and `person`, whom a finding concerns
 */
export function plainAccount<E extends DomainEvent>(
  sentences: PlainSentences<E>,
  people: readonly string[] = ['employee', 'person'],
): Telling {
  const tell = (
    events: readonly Stored[],
    language: Language,
    names: ReadonlyMap<string, string>,
  ): AccountLine[] => {
    const story = calledByName(events, people, names, language).toSorted(byTime);
    const late = lateMarks(story);
    return story.map((event, index) => {
      const line = lineOf(event, story[index - 1], sentenceOf(sentences, event), language);
      const text = onOneLine(`${line}${late.get(event.version)?.[language] ?? ''}`);
      return { text, version: event.version };
    });
  };
  const mentions = (events: readonly { actor: Actor; data: unknown }[]) =>
    employeesIn(events, people);
  return { mentions, tell };
}

/** A type that this software does not know says its name. */
function sentenceOf(sentences: object, event: Stored): Bilingual {
  const known = sentences as Readonly<Record<string, (event: Stored) => Bilingual>>;
  if (!Object.hasOwn(sentences, event.type)) return { zh: `${event.type}。`, en: `${event.type}.` };
  const { zh, en } = known[event.type]!(event);
  return { zh, en: begun(en, event.data) };
}

function byTime(a: Stored, b: Stored): number {
  if (a.occurredAt === b.occurredAt) return a.version - b.version;
  return a.occurredAt < b.occurredAt ? -1 : 1;
}
