import {
  byAnEmployee,
  noSuch,
  notBefore,
  NotPossible,
  partiesOf,
  enforce,
  type Actor,
  type Command,
  type Instant,
} from '@app/kernel';
import { openingIsApprovedByAnother } from '../rules/opening-is-approved-by-another.js';
import { paperIsTakenOverOnce } from '../rules/paper-is-taken-over-once.js';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import type { Paper } from './opening.events.js';

/** An entry from paper, as it stands. `replaced`: a correction stands in its place. */
export interface Opening<Said> extends Paper {
  readonly entry: number;
  readonly status: 'entered' | 'approved' | 'replaced';
  readonly said: readonly Said[];
  readonly corrects?: number;
  /** Who entered it, and in whose place. */
  readonly enteredBy: readonly string[];
  readonly since: Instant;
}

/** What is asked of every entry from paper. */
interface Entry extends Paper {
  readonly employee: string;
  readonly corrects?: number;
}

const unknownEntry = noSuch('opening-entry', { zh: '这笔期初录入', en: 'opening entry' });

/**
 * That a paper may be entered: not one's own, and not twice but as a correction that names what it corrects.
 *
 * @throws Refused R2: one's own; R11: the paper was entered
 * @throws NotFound `unknown-opening-entry` @throws NotPossible `opening-entry-replaced`
 */
export function mayBeEntered<Said>(
  command: Command<string, Entry>,
  openings: readonly Opening<Said>[],
): void {
  const { employee, source, corrects } = command.data;
  enforce([nobodyJudgesTheirOwnCase], { employee, parties: partiesOf(command.actor) });
  const corrected = corrects === undefined ? undefined : entryOf(openings, corrects, '/corrects');
  if (corrected?.status === 'replaced') throw replaced();
  enforce([paperIsTakenOverOnce], {
    source,
    openings: openings.filter((each) => each !== corrected),
  });
}

/**
 * The entry that is to be approved: once, and by somebody who did not enter it.
 *
 * @throws Refused R2: one's own entry, or one about oneself
 * @throws NotFound `unknown-opening-entry`
 * @throws NotPossible `opening-entry-approved`, `opening-entry-replaced`
 */
export function mayBeApproved<Said>(
  command: Command<string, { readonly employee: string; readonly entry: number }>,
  openings: readonly Opening<Said>[],
): Opening<Said> {
  const { employee, entry } = command.data;
  const opening = entryOf(openings, entry, '/entry');
  if (opening.status === 'approved') throw approvedAlready();
  if (opening.status === 'replaced') throw replaced();
  byAnEmployee(command);
  const parties = partiesOf(command.actor);
  enforce([nobodyJudgesTheirOwnCase], { employee, parties });
  enforce([openingIsApprovedByAnother], { enteredBy: opening.enteredBy, parties });
  notBefore(command, opening.since);
  return opening;
}

/** What the approval of an entry says. */
export function approvalOf<Of extends { readonly entry: number }>(
  { data }: Command<string, Of>,
  { corrects }: Opening<unknown>,
): Of & { readonly corrects?: number } {
  return { ...data, ...(corrects !== undefined && { corrects }) };
}

/** The openings after one was entered: a draft that it corrects gives way at once. */
export function withEntered<Said>(
  openings: readonly Opening<Said>[],
  data: Paper & { readonly entry: number; readonly corrects?: number },
  said: readonly Said[],
  { actor, occurredAt }: { readonly actor: Actor; readonly occurredAt: Instant },
): readonly Opening<Said>[] {
  const { entry, source, dated, corrects } = data;
  const entered: Opening<Said> = {
    entry,
    status: 'entered',
    source,
    dated,
    said,
    ...(corrects !== undefined && { corrects }),
    enteredBy: partiesOf(actor),
    since: occurredAt,
  };
  const others = openings.filter((each) => each.entry !== entry);
  return [...others.map((each) => (isDraftOf(each, corrects) ? gone(each) : each)), entered];
}

/** The openings after one was approved: what it corrects gives way. */
export function withApproved<Said>(
  openings: readonly Opening<Said>[],
  entry: number,
  since: Instant,
): readonly Opening<Said>[] {
  const corrects = openings.find((each) => each.entry === entry)?.corrects;
  return openings.map((each) => {
    if (each.entry === entry) return { ...each, status: 'approved', since };
    return each.entry === corrects ? gone(each) : each;
  });
}

/** Entries that wait for the general manager. */
export function waiting<Said>(openings: readonly Opening<Said>[]): readonly Opening<Said>[] {
  return openings.filter(({ status }) => status === 'entered');
}

/** The number of the next entry. */
export function nextEntry(openings: readonly Opening<unknown>[]): number {
  return openings.reduce((most, { entry }) => Math.max(most, entry), 0) + 1;
}

function entryOf<Said>(
  openings: readonly Opening<Said>[],
  entry: number,
  pointer: string,
): Opening<Said> {
  const found = openings.find((each) => each.entry === entry);
  if (!found) throw unknownEntry(pointer);
  return found;
}

function isDraftOf({ entry, status }: Opening<unknown>, corrects: number | undefined): boolean {
  return entry === corrects && status === 'entered';
}

function gone<Said>(opening: Opening<Said>): Opening<Said> {
  return { ...opening, status: 'replaced' };
}

function approvedAlready(): NotPossible {
  return new NotPossible('opening-entry-approved', {
    zh: '该笔期初录入已批准；如有错误，请录入更正并注明所更正的录入',
    en: 'the opening entry was approved; an error is put right by an entry that names it',
  });
}

function replaced(): NotPossible {
  return new NotPossible('opening-entry-replaced', {
    zh: '该笔期初录入已被更正的录入取代',
    en: 'a correction stands in the place of this opening entry',
  });
}
