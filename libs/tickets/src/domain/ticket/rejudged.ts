import { recordFindings, withdrawFindings, type Found } from '@app/findings';
import type { Command, Instant } from '@app/kernel';
import { aboutVisit } from '../visit/visit.preconditions.js';
import type { Visit } from '../visit/visit.state.js';
import { found } from './found.js';
import { judgementsOf, type Judgement } from './judgements.js';
import type { TicketEvent } from './ticket.events.js';
import { evolve } from './ticket.evolve.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';
import { undisturbed } from './undisturbed.js';

/** Signatures that were missed at whatever moment of the work: one from before it shows that they were not. */
const SIGNED: { readonly [Type in TicketEvent['type']]?: readonly Found[] } = {
  DiscrepancyAcknowledged: [found.discrepancyIsAcknowledged, found.discrepancyIsAnswered],
  ChargeAcknowledged: [found.chargeIsSigned],
};

/** Whenever it comes to light, it says of the time before what was to be paid: nobody owed what cover bears (B2, V17). */
const OF_THE_CHARGE: ReadonlySet<TicketEvent['type']> = new Set([
  'EntitlementChecked',
  'ExternalCauseWithdrawn',
  'LabourCorrected',
  'LabourWithdrawn',
  'PartCorrected',
  'PartWithdrawn',
]);

/**
 * What a step changes of what was judged before it was told. A judgement goes by when things
 * happened: what happened before it, and is told only afterwards, withdraws a finding or brings one,
 * at the time of what was judged.
 */
export function rejudged(
  command: Command,
  before: OpenedTicket,
  events: readonly TicketEvent[],
): TicketEvent[] {
  const [fact] = events;
  if (!fact) return [];
  const judgedAnew = before.visits.filter((visit) => bearsOn(fact, before, visit));
  if (judgedAnew.length === 0 && before.findings.length === 0) return [];
  let ticket = after(before, events);
  const changes = undisturbed(command, before, ticket, fact);
  ticket = after(ticket, changes);
  for (const earlier of judgedAnew) {
    const visit = ticket.visits.find((each) => each.visit === earlier.visit)!;
    for (const change of changesOf(command, { before, earlier }, { ticket, visit }, fact)) {
      changes.push(change);
      ticket = after(ticket, [change]);
    }
  }
  return changes;
}

/** Whether a fact can change what was judged of a visit: most steps come after all of that, and change nothing. */
function bearsOn(fact: TicketEvent, ticket: OpenedTicket, visit: Visit): boolean {
  return (
    signaturesOf(fact, visit).length > 0 ||
    judgementsOf(ticket, visit).some((each) => isBefore(fact, each) || isOfCharge(fact, each))
  );
}

function isBefore({ occurredAt }: TicketEvent, { at }: Judgement): boolean {
  return occurredAt <= at;
}

function isOfCharge({ type }: TicketEvent, { what }: Judgement): boolean {
  return what === 'paper' && OF_THE_CHARGE.has(type);
}

function signaturesOf(fact: TicketEvent, { visit }: Visit): readonly Found[] {
  return ('visit' in fact.data && fact.data.visit === visit && SIGNED[fact.type]) || [];
}

function changesOf(
  command: Command,
  { before, earlier }: { readonly before: OpenedTicket; readonly earlier: Visit },
  { ticket, visit }: { readonly ticket: OpenedTicket; readonly visit: Visit },
  fact: TicketEvent,
): TicketEvent[] {
  const now = judgementsOf(ticket, visit);
  const pairs = judgementsOf(before, earlier).flatMap((then) => {
    const same = now.find(
      ({ what, at, person }) => what === then.what && at === then.at && person === then.person,
    );
    return same && (isBefore(fact, then) || isOfCharge(fact, then)) ? [{ then, same }] : [];
  });
  const kept = pairs.map(({ then, same }) => ({
    place: placeOf(visit, then.person, then.what === 'arrival' ? then.at : undefined),
    rules: without(then, same).filter((rule) => !stillLacked(rule, same, now)),
    ...(then.what === 'paper' && { since: '' }),
  }));
  let known = ticket;
  const withdrawn = [
    ...kept,
    { place: placeOf(visit, undefined), rules: signaturesOf(fact, visit) },
  ].flatMap((disproved) => {
    const changes = withdrawFindings(command, known, disproved, fact);
    known = after(known, changes);
    return changes;
  });
  const found = pairs
    .filter(({ then }) => isBefore(fact, then))
    .flatMap(({ then, same }) => {
      const { answers } = same;
      const about = {
        ...aboutVisit(visit),
        ...(answers !== undefined && { person: answers }),
        ...placeOf(visit, then.person),
      };
      const when = { ...command, occurredAt: then.at };
      const missed = recordFindings(when, known, without(same, then), about);
      known = after(known, missed);
      return missed;
    });
  return [...withdrawn, ...found];
}

/** Work lacks a thing once: as long as the start of it, or the first work of the same person, lacks it, that stays found. */
function stillLacked({ code }: Found, of: Judgement, all: readonly Judgement[]): boolean {
  const isOfWork = ({ what }: Judgement) => what === 'start' || what === 'work';
  const samePerson = ({ person }: Judgement) =>
    person === undefined || of.person === undefined || person === of.person;
  return (
    isOfWork(of) &&
    all
      .filter((each) => each !== of && isOfWork(each) && samePerson(each))
      .some((each) => each.broken().some((broken) => broken.code === code))
  );
}

/** Whose findings at the visit are meant, and which: everybody's where nobody is named, and those of any time. */
function placeOf({ visit }: Visit, person: string | undefined, foundAt?: Instant) {
  return {
    visit,
    ...(person !== undefined && { person }),
    ...(foundAt !== undefined && { foundAt }),
  };
}

/** The rules that are broken by one judgement and not by the other. */
function without({ broken }: Judgement, other: Judgement): Found[] {
  const others = other.broken();
  return broken().filter(({ code }) => !others.some((each) => each.code === code));
}

function after(ticket: OpenedTicket, events: readonly TicketEvent[]): OpenedTicket {
  return events.reduce(evolve, ticket as Ticket) as OpenedTicket;
}
