import { hasLapsed, overlaps, type Claim, type Instant, type Span } from '@app/kernel';
import type { BookVisit, DiaryCommand, LogHours, ReleaseVisit } from './diary.decider.js';
import {
  entriesOf,
  isOfSameCommand,
  isSameTime,
  isSameVisit,
  spanOf,
  type DiaryEntry,
} from './diary.entries.js';
import type { Diary } from './diary.state.js';

/*
 * What a diary is asked for a ticket's new events where the store cannot take it together with them:
 * before they are stored it takes what they need, under a claim; afterwards it gives up what they do.
 */

/** What takes up time; one command asks it of a diary once at most. */
export type Taking = BookVisit | LogHours;

export function takingOf(commands: readonly DiaryCommand[]): Taking | undefined {
  return commands.find((each) => each.type === 'BookVisit' || each.type === 'LogHours');
}

/**
 * What lies within the span and was taken under a claim that nobody goes by any more: an orphan,
 * unless its ticket stands by it.
 */
export function lapsedWithin<E extends DiaryEntry>(
  span: Span,
  entries: readonly E[],
  now: Instant,
): readonly E[] {
  return entries.filter(
    (each) => each.claim && hasLapsed(each.claim, now) && overlaps(spanOf(each), span),
  );
}

/** Takes it, unless it is taken under this very claim; what was taken under it before, for a decision that fell through, and the orphans are released. */
export function claim(
  taking: Taking,
  claim: Claim,
  diary: Diary,
  orphans: readonly DiaryEntry[],
): readonly DiaryCommand[] {
  const mine = entriesOf(diary).filter((each) => each.claim?.id === claim.id);
  const { data } = taking;
  if (mine.some((each) => isSameVisit(each, data) && isSameTime(spanOf(each), spanOf(data))))
    return [];
  return [...releases(taking, [...mine, ...orphans]), under(taking, claim)];
}

/** Gives back what was taken under the claim. */
export function withdraw(taking: Taking, claim: Claim, diary: Diary): readonly DiaryCommand[] {
  const mine = entriesOf(diary).filter((each) => each.claim?.id === claim.id);
  return releases(taking, mine);
}

/**
 * Releases what the ticket's new events give up, and what earlier requests of the same command
 * claimed and left. A booking that another command has only claimed is let be.
 *
 * @param hadStood whether a command was among those that had made the ticket before
 */
export function settle(
  commands: readonly [DiaryCommand, ...DiaryCommand[]],
  claim: Claim,
  diary: Diary,
  hadStood: (command: string) => boolean,
): readonly DiaryCommand[] {
  const [first] = commands;
  const given = commands.filter((each): each is ReleaseVisit => each.type === 'ReleaseVisit');
  const givenUp = diary.bookings.filter(
    (each) =>
      given.some(({ data }) => isSameVisit(each, data)) &&
      (each.claim === undefined || hadStood(each.claim.command)),
  );
  const left = entriesOf(diary).filter(
    (each) =>
      isOfSameCommand(each, { ticket: first.data.ticket, claim }) && each.claim?.id !== claim.id,
  );
  return releases(first, [...givenUp, ...left]);
}

function under(taking: Taking, claim: Claim): Taking {
  return { ...taking, data: { ...taking.data, claim } } as Taking;
}

function releases(
  { data: { employee, date }, id, occurredAt, actor }: DiaryCommand,
  entries: readonly DiaryEntry[],
): readonly DiaryCommand[] {
  return entries.map((entry) => {
    const { ticket, visit, claim } = entry;
    const type = 'window' in entry ? 'ReleaseVisit' : 'ReleaseHours';
    const data = { employee, date, ticket, visit, ...(claim && { claim }) };
    return { type, data, id, occurredAt, actor } as DiaryCommand;
  });
}
