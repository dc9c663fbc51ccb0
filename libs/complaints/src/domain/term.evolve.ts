import type { TermEvent } from './complaint.events.js';
import type { Begun, Term } from './complaint.state.js';

const VERDICTS = { ComplaintTermKept: 'kept', ComplaintTermMissed: 'missed' } as const;

/** The terms after an event of theirs; one of an earlier round says nothing of now, but that it was missed. */
export function termAfter(complaint: Begun, event: TermEvent): Begun {
  const { type, data } = event;
  const { term, round } = data;
  const others = complaint.missed.filter((each) => each.term !== term || each.round !== round);
  const missed = type === 'ComplaintTermMissed' ? [...others, { term, round }] : others;
  const kept = type === 'ComplaintTermKept' || type === 'ComplaintTermMissed';
  const after = kept ? { ...complaint, missed } : complaint;
  if (round !== complaint.round) return after;
  const now = changed(complaint.terms[term], event);
  return now ? { ...after, terms: { ...complaint.terms, [term]: now } } : after;
}

function changed(before: Term | undefined, { type, data }: TermEvent): Term | undefined {
  if (type === 'ComplaintTermSet') {
    const { term: _, round: __, complaint: ___, ...said } = data;
    return { ...said, warned: before?.warned ?? false, verdict: 'running' };
  }
  if (!before) return undefined;
  if (type === 'ComplaintTermWarned') return { ...before, warned: true };
  return { ...before, verdict: VERDICTS[type] };
}

/** Nobody waits any more: what has not run out ends. */
export function ended(complaint: Begun): Begun {
  const terms = Object.entries(complaint.terms).map(([name, term]) => [
    name,
    term.verdict === 'running' ? { ...term, verdict: 'ended' } : term,
  ]);
  return { ...complaint, terms: Object.fromEntries(terms) as Begun['terms'] };
}
