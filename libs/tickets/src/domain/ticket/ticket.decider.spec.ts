import fc from 'fast-check';
import { fold, overlaps } from '@app/kernel';
import { accepted, play, type Step } from '@app/kernel/src/testing/stories.js';
import { expect, test } from '@jest/globals';
import { story } from '../../testing/story.arbitrary.js';
import { diaryCommands } from '../diary/diary.commands.js';
import { diaryDecider } from '../diary/diary.decider.js';
import type { DiaryEvent } from '../diary/diary.events.js';
import { duties as leavingDuties } from '../steps/leave-site.js';
import { workDuties } from '../steps/start-work.js';
import { hasArrived } from '../visit/visit.state.js';
import { ticketDecider } from './ticket.decider.js';
import { ticketEventTypes } from './ticket.event-types.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';

/** What is omitted once however often it is looked for. */
const OMISSIONS: readonly string[] = [...leavingDuties, ...workDuties].map(({ code }) => code);

type TicketStep = Step<Ticket, TicketEvent>;

function holdsForEveryStory(property: (steps: TicketStep[]) => void): void {
  fc.assert(
    fc.property(story, (commands) => property(play(ticketDecider, commands))),
    { numRuns: 150 },
  );
}

const opened = (steps: TicketStep[]): OpenedTicket[] =>
  steps.flatMap(({ after }) => (after.status === 'none' ? [] : [after]));

/**
 * Stories go on in time, and for a day; a verdict is corrected by what is told in another order
 * (`clocks.property.spec.ts`), and money is demanded days later (`demand-money.spec.ts`), and that taken back
 * (`correct-hand-over.spec.ts`). In a story all come together: whoever comes after all is of `crew-no-show.spec.ts`.
 * What explains that a part had been used is of the stock (`explain-part-use.spec.ts`). Two moves of which the first
 * is told last are of `told-late.superseded.spec.ts`, and who is asked how it went of `ask-for-follow-up.spec.ts`.
 */
const ELSEWHERE: readonly TicketEvent['type'][] = [
  'FollowUpAsked',
  'SlaCorrected',
  'MoneyDemanded',
  'MoneyDemandWithdrawn',
  'MoneyKept',
  'PartUseExplained',
  'SupersededMoveRecorded',
];

test('the stories reach every event that a ticket knows', () => {
  const stories = fc.sample(story, { seed: 5, numRuns: 1_200 });
  const reached = new Set(
    stories
      .flatMap((commands) => play(ticketDecider, commands))
      .flatMap(({ events }) => events.map(({ type }) => type)),
  );
  expect([...reached, ...ELSEWHERE].sort()).toEqual(Object.keys(ticketEventTypes).sort());
});

test('what is stored folds to the same ticket as what was decided', () => {
  holdsForEveryStory((steps) => {
    const events = steps.flatMap((step) => step.events);
    const stored = JSON.parse(JSON.stringify(events)) as TicketEvent[];
    expect(fold(ticketDecider, stored)).toEqual(steps.at(-1)?.after ?? { status: 'none' });
  });
});

test('[R10] a ticket goes only the ways that there are', () => {
  const ways: Record<Ticket['status'], readonly Ticket['status'][]> = {
    none: ['open'],
    open: ['open', 'resolved', 'cancelled'],
    resolved: ['resolved', 'closed', 'open'],
    closed: ['closed', 'open', 'resolved'],
    cancelled: ['cancelled', 'open'],
  };
  holdsForEveryStory((steps) => {
    for (const { before, after } of steps) expect(ways[before.status]).toContain(after.status);
  });
});

/** What a closed ticket takes when it is told in time, money that is still owed among it, and what follows of it. */
const ON_CLOSED: readonly TicketEvent['type'][] = [
  'ChargeCollected',
  'ChargeRefunded',
  'ChargeWaived',
  'MoneyHandedOver',
  'HandOverCorrected',
  'EarnersStated',
  'ExtraIncomeReckoned',
  'ReceiptIssued',
  'TicketReopened',
  'SlaDeadlineSet',
  'SlaCorrected',
  'FollowUpMade',
  'ConductIncidentRecorded',
  'FindingRecorded',
  'ClosingUndone',
  'VerdictReopened',
];

test('[R10] a closed ticket takes only money and what comes to light afterwards', () => {
  holdsForEveryStory((steps) => {
    const onClosed = steps.filter(({ before, late }) => before.status === 'closed' && !late);
    for (const { type } of onClosed.flatMap(({ events }) => events)) {
      expect(ON_CLOSED).toContain(type);
    }
  });
});

test('[V18] [V22] [R13] a closed ticket is in order', () => {
  holdsForEveryStory((steps) => {
    for (const ticket of opened(steps).filter(({ status }) => status === 'closed')) {
      expect(ticket.custody).toEqual([]);
      const open = ticket.findings.filter(({ status }) => status === 'open');
      expect(open.filter(({ judgedBy }) => judgedBy.length === 0)).toEqual([]);
      const worked = ticket.visits.filter(hasArrived).filter(({ workStarted }) => workStarted);
      expect(worked.filter(({ status }) => status !== 'completed')).toEqual([]);
    }
  });
});

test('findings and visits are numbered from 1 without a gap', () => {
  const numbersTo = (length: number) => Array.from({ length }, (_, index) => index + 1);
  holdsForEveryStory((steps) => {
    for (const { findings, visits } of opened(steps)) {
      expect(findings.map(({ finding }) => finding)).toEqual(numbersTo(findings.length));
      expect(visits.map(({ visit }) => visit)).toEqual(numbersTo(visits.length));
    }
  });
});

const whoseAndWhat = ({ visit, person, code }: OpenedTicket['findings'][number]): string =>
  `${visit}/${person}/${code}`;

test('what was omitted is found once of one person at one visit', () => {
  holdsForEveryStory((steps) => {
    const findings = (opened(steps).at(-1)?.findings ?? []).filter(
      ({ code, status }) => OMISSIONS.includes(code) && status !== 'withdrawn',
    );
    expect(new Set(findings.map(whoseAndWhat)).size).toBe(findings.length);
  });
});

test('[V11] [V13] no work without entitlement, consent and inspection, or it is found', () => {
  holdsForEveryStory((steps) => {
    for (const { visits, findings } of opened(steps)) {
      for (const visit of visits.filter(hasArrived).filter(({ workStarted }) => workStarted)) {
        const codes = findings
          .filter((each) => each.visit === visit.visit && each.status !== 'withdrawn')
          .map(({ code }) => code);
        if (!visit.consented) expect(codes).toContain('work-before-consent');
        if (!visit.entitlement) expect(codes).toContain('entitlement-unchecked');
        if (!visit.inspection) expect(codes).toContain('integrity-uninspected');
      }
    }
  });
});

test('[V7] [R10] no diary ever holds one person in two places', () => {
  holdsForEveryStory((steps) => {
    const diaries = new Map<string, DiaryEvent[]>();
    for (const { events, before } of steps) {
      for (const { stream, commands } of diaryCommands(events, before, { commandId: 'c' })) {
        const past = diaries.get(stream) ?? [];
        for (const command of commands) {
          past.push(...accepted(() => diaryDecider.decide(command, fold(diaryDecider, past))));
        }
        diaries.set(stream, past);
      }
    }
    for (const past of diaries.values()) {
      const { bookings, hours } = fold(diaryDecider, past);
      for (const spans of [bookings.map(({ window }) => window), hours.map(({ span }) => span)]) {
        const meeting = spans.filter((one, index) =>
          spans.slice(index + 1).some((other) => overlaps(one, other)),
        );
        expect(meeting).toEqual([]);
      }
    }
  });
});
