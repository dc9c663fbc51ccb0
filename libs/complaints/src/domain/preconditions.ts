import {
  enforce,
  Invalid,
  noSuch,
  notBefore,
  NotPossible,
  partiesOf,
  type Command,
} from '@app/kernel';
import { complainedOf, type Begun, type JudgedPoint } from './complaint.state.js';
import type { Heard } from './rules/customer-is-heard-first.js';
import { accusedTakesNoPart } from './rules/nobody-judges-themself.js';

export const unknownComplaint = noSuch('complaint', { zh: '这件投诉', en: 'complaint' });

/** @throws Refused R9: whoever acts, or in whose place, is complained of */
export function byNobodyAccused({ actor }: Command, complaint: Begun): void {
  enforce([accusedTakesNoPart], { people: partiesOf(actor), accused: complainedOf(complaint) });
}

/**
 * It goes on, or what is told now happened while it did.
 *
 * @throws NotPossible `complaint-closed`
 * @throws Invalid `occurred-too-early`: before it was received, or reopened
 */
export function whileOpen(command: Command, complaint: Begun): void {
  notBefore(command, complaint.receivedAt);
  const { closed } = complaint;
  if (!closed || command.occurredAt < closed.at) return;
  throw new NotPossible('complaint-closed', {
    zh: '投诉已结案，须先重新打开',
    en: 'the complaint is closed; reopen it first',
  });
}

/** @throws NotPossible `anonymous`: there is nobody to whom it could be done */
export function somebodyIsThere({ anonymous }: Begun): void {
  if (!anonymous) return;
  throw new NotPossible('anonymous', {
    zh: '匿名投诉，无从致歉或答复',
    en: 'the complaint is anonymous: nobody can be apologised to or answered',
  });
}

/** @throws NotPossible `investigated-elsewhere`: it is joined to another, and investigated and judged there */
export function notElsewhere({ joinedTo }: Begun): void {
  if (joinedTo === undefined) return;
  throw new NotPossible('investigated-elsewhere', {
    zh: `已并入投诉 ${joinedTo}，在那里调查认定`,
    en: `it is investigated and judged with complaint ${joinedTo}`,
  });
}

/** @throws Invalid `unknown-point`, pointing at it */
export function pointOf({ points }: Begun, number: number): JudgedPoint {
  const point = points.find((each) => each.point === number);
  if (point) return point;
  throw new Invalid(
    'unknown-point',
    { zh: '投诉没有这一点', en: 'the complaint has no such point' },
    '/point',
  );
}

/** What has been done for the customer at the time of a command. */
export function heardOf({ occurredAt: at }: Command, complaint: Begun): Heard {
  const { recordedAt, apology, anonymous } = complaint;
  return {
    ...{ at, anonymous },
    ...(recordedAt !== undefined && { recordedAt }),
    ...(apology && { apologisedAt: apology.at }),
  };
}
