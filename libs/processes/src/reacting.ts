import type { Clock } from '@app/clock';
import { upcast, type RecordedEvent } from '@app/event-store';
import type { Recorded } from '@app/projections';
import { Effects } from './effects.js';
import type { Process } from './process.js';
import { causeOf, requestOf } from './request.js';
import { outcomeOf, type CommandSender } from './sender.js';
import { timeOf, type PublishedYears } from './working-time.js';

/** What reacting stands on. */
export interface Reacting {
  readonly sender: CommandSender;
  readonly clock: Clock;
  /** What deadlines in working time go by. */
  readonly published: PublishedYears;
}

/** An event, the key that it is dealt with under, and the state before it. */
export interface At {
  readonly key: string;
  readonly event: Recorded;
  readonly before: unknown;
}

/** The event as the process knows it; undefined where it handles no such type. */
export function handled(process: Process, event: RecordedEvent): Recorded | undefined {
  return Object.hasOwn(process.handles, event.type) ? upcast(event, process.handles) : undefined;
}

/**
 * Lets a process react to one event: sends its commands in their order, and answers with what is to
 * be stored. Called again for the same event and state, it sends the same commands.
 *
 * @throws whatever the process, or a command beyond a refusal, throws
 */
export async function reactTo(
  process: Process,
  { key, event, before }: At,
  { sender, clock, published }: Reacting,
): Promise<{ readonly effects: Effects; readonly state: unknown }> {
  const effects = new Effects(process.name);
  // Where the key cannot be told, that is the event's fault, and parks it.
  process.keyOf?.(event);
  const reactions = process.react(event, before);
  const state = process.evolve(before, event);
  for (const [number, reaction] of reactions.entries()) {
    const cause = causeOf(process.name, event, number);
    if ('withdraw' in reaction) effects.withdraw(key, reaction.withdraw);
    else if ('deadline' in reaction) {
      const { at } = reaction;
      effects.set(key, reaction, cause, typeof at === 'string' ? at : await timeOf(at, published));
    } else {
      const now = new Date(clock.now).toISOString();
      const request = requestOf(cause, reaction, event.recordedAt, now);
      effects.note(await outcomeOf(sender, reaction.category, request));
    }
  }
  effects.keep(key, state);
  return { effects, state };
}
