import { DomainError, fold, partiesOf, plusMinutes, type Actor } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendar } from '../testing/complaints.js';
import type { ComplaintCommand } from './complaint.commands.js';
import { complaintDecider } from './complaint.decider.js';
import type { ComplaintEvent } from './complaint.events.js';
import { complainedOf, type Begun } from './complaint.state.js';
import { isReadableTo } from './readers.js';

const PEOPLE = ['an', 'bo', 'chen', 'ding'];
const person = fc.constantFrom(...PEOPLE);
const somebody = fc.option(person, { nil: undefined, freq: 2 });
const actor: fc.Arbitrary<Actor> = fc
  .tuple(
    person,
    fc.constantFrom('supervisor', 'general-manager'),
    fc.option(person, { nil: undefined, freq: 1 }),
  )
  .map(([id, role, onBehalfOf]) => ({ id, role, ...(onBehalfOf !== undefined && { onBehalfOf }) }));
const points = fc.array(
  somebody.map((employee) => ({ about: 'other', ...(employee !== undefined && { employee }) })),
  { minLength: 1, maxLength: 2 },
);
const point = fc.constantFrom(1, 1, 1, 2, 3);
const lead = fc.record({
  leads: fc.constant(true),
  judged: fc.boolean(),
  accused: fc.subarray(PEOPLE),
});
const of = (type: string, data: object, known: object = {}) => fc.constant({ type, data, known });

const record = points.map((each) => ({
  type: 'RecordComplaint',
  data: { words: '…', points: each },
}));
const apologise = of('OfferApology', { channel: 'phone' });
const assign = person.map((employee) => ({ type: 'AssignInvestigator', data: { employee } }));
const investigate = of('RecordInvestigation', { result: '…' });
const uphold = fc.tuple(point, somebody).map(([number, employee]) => ({
  type: 'UpholdComplaint',
  data: { point: number, reason: '…', ...(employee !== undefined && { employee }) },
}));
const reject = point.map((number) => ({
  type: 'RejectComplaint',
  data: { point: number, reason: '…' },
}));
const answer = of('AnswerComplaint', { channel: 'phone', answer: '…' });
const close = of('CloseComplaint', {});
const reopen = of('ReopenComplaint', { words: '…' }, { calendar });
const join = lead.map((known) => ({ type: 'JoinComplaint', data: { to: 'B' }, known }));
const take = points.map((each) => ({
  type: 'TakeJoinedComplaint',
  data: { joined: 'C', points: each.map((said, index) => ({ ...said, point: index + 1 })) },
  known: { calendar },
}));
const redo = of('ProposeRemedy', { kind: 'redo' });

const round = [apologise, assign, investigate, uphold, reject, uphold, answer, close] as const;
const plot = [...round, reopen, ...round];
const anything = fc.oneof(...plot, record, join, take, redo);

/** How it goes well, each step tried by several people; what is out of turn or not theirs is refused. */
const tries = plot.map((each) =>
  fc.array(
    fc.tuple(
      fc.oneof({ weight: 12, arbitrary: each }, { weight: 1, arbitrary: anything }),
      actor,
      fc.boolean(),
    ),
    { minLength: 2, maxLength: 6 },
  ),
);
const story = fc.tuple(...tries).map((steps) => steps.flat());

const first = {
  ...{ type: 'ReceiveComplaint', id: '…', occurredAt: at('08:00'), known: { calendar } },
  data: {
    ...{ complaint: 'A', channel: 'phone', complainant: { name: '…' }, words: '…' },
    points: [{ about: 'other', employee: 'an' }],
  },
};

const begin = (by: Actor) => ({ ...first, actor: by }) as unknown as ComplaintCommand;

test('[R9] whatever is asked, whoever is complained of neither investigates, nor decides, nor sees who investigates', () => {
  let judgedOnes = 0;
  fc.assert(
    fc.property(story, actor, (steps, by) => {
      const events: ComplaintEvent[] = [];
      events.push(...complaintDecider.decide(begin(by), complaintDecider.initialState()));
      steps.forEach(([asked, who, late], index) => {
        const before = fold(complaintDecider, events) as Begun;
        const occurredAt = plusMinutes(at('09:00'), index);
        const known = 'known' in asked ? asked.known : {};
        const receivedAt = late ? plusMinutes(occurredAt, 120) : occurredAt;
        const process = asked.type === 'TakeJoinedComplaint';
        const actedBy = process ? { id: 'process', role: 'process' } : who;
        const news = decided({ ...asked, known, id: '…', occurredAt, receivedAt, actor: actedBy });
        if (news.length > 0)
          expect(complainedOf(before).filter((each) => partiesOf(actedBy).includes(each))).toEqual(
            [],
          );
        events.push(...news);

        function decided(command: object): readonly ComplaintEvent[] {
          try {
            return complaintDecider.decide(command as ComplaintCommand, before);
          } catch (error) {
            if (error instanceof DomainError) return [];
            throw error;
          }
        }
      });
      const after = fold(complaintDecider, events) as Begun;
      const accused = complainedOf(after);
      const parts = [
        ...[after.investigator, ...(after.investigation?.by ?? [])],
        ...after.points.flatMap(({ verdict }) => verdict?.by ?? []),
      ];
      expect(accused.filter((each) => parts.includes(each))).toEqual([]);
      for (const id of accused)
        for (const readsEverybodys of [true, false])
          expect(isReadableTo(after, { id, readsEverybodys })).toBe(false);
      if (after.points.some(({ verdict }) => verdict)) judgedOnes += 1;
    }),
    { numRuns: 80 },
  );
  // Stories of which none comes to a judgement would show nothing.
  expect(judgedOnes).toBeGreaterThan(10);
});
