import fc from 'fast-check';
import { fold, overlaps } from '@app/kernel';
import { accepted, play, type Step } from '@app/kernel/src/testing/stories.js';
import { expect, test } from '@jest/globals';
import { story } from '../../testing/story.arbitrary.js';
import { diaryCommands } from '../diary/diary.commands.js';
import { diaryDecider } from '../diary/diary.decider.js';
import type { DiaryEvent } from '../diary/diary.events.js';
import { changeIsAnnounced } from '../rules/change-is-announced.js';
import { changeIsToldInTime } from '../rules/change-is-told-in-time.js';
import { customersHoursAreAsked } from '../rules/customers-hours-are-asked.js';
import { interruptionIsApologisedFor } from '../rules/interruption-is-apologised-for.js';
import { resumesOutsideRestHours } from '../rules/customer-is-not-disturbed.js';
import { delayIsApologisedFor } from '../rules/delay-is-apologised-for.js';
import { delayIsExplained } from '../rules/delay-is-explained.js';
import { noticeIsRecordedInTime } from '../rules/notice-is-recorded-in-time.js';
import { plainWordsAreUsed } from '../rules/plain-words-are-used.js';
import { publicQuestionsAreAnswered } from '../rules/public-questions-are-answered.js';
import { secretsAreKept } from '../rules/secrets-are-kept.js';
import { hasArrived } from '../visit/visit.state.js';
import { ticketDecider } from './ticket.decider.js';
import { ticketEventTypes } from './ticket.event-types.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';

/** What somebody does: done once more after its review, it is found once more. */
const DEEDS: readonly string[] = [
  changeIsAnnounced,
  changeIsToldInTime,
  customersHoursAreAsked,
  delayIsApologisedFor,
  delayIsExplained,
  interruptionIsApologisedFor,
  noticeIsRecordedInTime,
  plainWordsAreUsed,
  publicQuestionsAreAnswered,
  resumesOutsideRestHours,
  secretsAreKept,
].map(({ code }) => code);

type TicketStep = Step<Ticket, TicketEvent>;

function holdsForEveryStory(property: (steps: TicketStep[]) => void): void {
  fc.assert(
    fc.property(story, (commands) => property(play(ticketDecider, commands))),
    { numRuns: 150 },
  );
}

const opened = (steps: TicketStep[]): OpenedTicket[] =>
  steps.flatMap(({ after }) => (after.status === 'none' ? [] : [after]));

test('the stories reach every event that a ticket knows', () => {
  const stories = fc.sample(story, { seed: 20260302, numRuns: 1_200 });
  const reached = new Set(
    stories
      .flatMap((commands) => play(ticketDecider, commands))
      .flatMap(({ events }) => events.map(({ type }) => type)),
  );
  expect([...reached].sort()).toEqual(Object.keys(ticketEventTypes).sort());
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
    closed: ['closed', 'open'],
    cancelled: ['cancelled', 'open'],
  };
  holdsForEveryStory((steps) => {
    for (const { before, after } of steps) expect(ways[before.status]).toContain(after.status);
  });
});

test('[R10] a closed ticket takes nothing but a reopening, and being asked after', () => {
  holdsForEveryStory((steps) => {
    const onClosed = steps.filter(({ before }) => before.status === 'closed');
    for (const { type } of onClosed.flatMap(({ events }) => events)) {
      expect(['TicketReopened', 'FollowUpMade']).toContain(type);
    }
  });
});

test('[V18] [V22] [R13] a closed ticket is in order', () => {
  holdsForEveryStory((steps) => {
    for (const ticket of opened(steps).filter(({ status }) => status === 'closed')) {
      expect(ticket.custody).toEqual([]);
      expect(ticket.findings.filter(({ status }) => status === 'open')).toEqual([]);
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

test('nothing is found twice of one person at one visit, but for conduct', () => {
  holdsForEveryStory((steps) => {
    const findings = (opened(steps).at(-1)?.findings ?? []).filter(
      ({ article }) => !['V9', 'V10', 'V20'].includes(article),
    );
    const unreviewed = findings.filter(({ status }) => status === 'open');
    const left = findings.filter(({ code }) => !DEEDS.includes(code));
    for (const once of [unreviewed, left].map((each) => each.map(whoseAndWhat))) {
      expect(new Set(once).size).toBe(once.length);
    }
  });
});

test('[V11] [V13] no work without entitlement, consent and inspection', () => {
  holdsForEveryStory((steps) => {
    const worked = opened(steps).flatMap(({ visits }) =>
      visits.filter(hasArrived).filter(({ workStarted }) => workStarted),
    );
    for (const visit of worked) {
      expect(visit).toMatchObject({ consented: true });
      expect(visit.entitlement).toBeDefined();
      expect(visit.inspection).toBeDefined();
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
