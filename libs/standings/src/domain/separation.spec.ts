import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partiesOf, type Actor } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { play } from '@app/kernel/src/testing/stories.js';
import { plusMinutes } from '@app/kernel';
import { EMPLOYEE, known, working, YEAR } from '../testing/cases.js';
import { standingDecider } from './standing.decider.js';
import type { StandingCommand } from './standing.commands.js';
import type { StandingEvent } from './standing.events.js';

/* Few people, of whom each may be anything: the more often one person tries to do it all. */
const people = ['chen-gang', 'wu-di', 'ma-guoqiang', EMPLOYEE];
const actor = fc.record(
  {
    id: fc.constantFrom(...people),
    role: fc.constantFrom('supervisor', 'general-manager'),
    onBehalfOf: fc.constantFrom(...people),
  },
  { requiredKeys: ['id', 'role'] },
);

const of = { employee: EMPLOYEE, year: YEAR };
const clauses = ['D21.no-call', 'D26.disobeys', 'D9.adopted', 'D17.collusion'];
const facts = fc.constantFrom(...clauses).map((name) => {
  const [article, clause] = name.split('.');
  return { article, clause, facts: '…' };
});
const evidence = ['e'.repeat(64)];
const number = fc.constantFrom(1, 1, 1, 2);
const ofCase = (type: StandingCommand['type']) =>
  number.map((each) => ({
    type,
    data: { ...of, case: each, result: '…', statement: '…', evidence, grounds: '…' },
    known: { dismissed: false, ...working },
  }));

const plot = [
  fc
    .tuple(facts, fc.option(fc.constantFrom(...people), { nil: undefined }))
    .map(([said, reporter]) => ({
      type: 'OpenCase',
      data: { ...of, ...said, evidence: [], ...(reporter && { reporter, evidence }) },
      known,
    })),
  ofCase('VerifyCase'),
  ofCase('ProposeAct'),
  ofCase('HearEmployee'),
  ofCase('DecideAct'),
  ofCase('FileAppeal'),
  fc
    .tuple(number, fc.constantFrom('revoke', 'reject'), fc.constantFrom(undefined, ...people))
    .map(([each, verdict, opinionBy]) => ({
      type: 'DecideAppeal',
      data: {
        ...of,
        case: each,
        verdict,
        reason: '…',
        ...(opinionBy && { opinionBy, opinion: evidence[0] }),
      },
      known: { ...working, opinionLeads: true },
    })),
] as const;

/** The statement and the appeal are the employee's own: of others they would hardly ever be taken. */
const OWN = [3, 5];
const subject = fc.constant({ id: EMPLOYEE, role: 'sales' });

/** How it goes well, each step tried by several people; what is out of turn or not theirs is refused. */
const tries = plot.map((each, index) =>
  fc.array(
    fc.tuple(
      fc.oneof({ weight: 9, arbitrary: each }, ...plot),
      OWN.includes(index) ? subject : actor,
    ),
    {
      minLength: 4,
      maxLength: 9,
    },
  ),
);
const story = fc.tuple(...tries).map((steps) =>
  steps.flat().map(
    ([said, by], index) =>
      ({
        ...said,
        id: `0190d3f0-0000-7000-8000-${String(index).padStart(12, '0')}`,
        occurredAt: plusMinutes(at('09:00'), index),
        actor: by,
      }) as unknown as StandingCommand,
  ),
);

const by = (events: readonly StandingEvent[], ...types: StandingEvent['type'][]) =>
  events.filter(({ type }) => types.includes(type));
const all = (actors: readonly Actor[]) => actors.flatMap(partiesOf);

test('[R2] whatever is accepted, nobody reports, verifies and decides; nobody judges themself', () => {
  const seen = { decided: 0, appealed: 0 };
  fc.assert(
    fc.property(story, (commands) => {
      const events = play(standingDecider, commands).flatMap((each) => each.events);
      const cases = by(events, 'CaseOpened').flatMap(({ type, data, actor: opener }) =>
        type === 'CaseOpened' && !data.because ? [{ data, opener }] : [],
      );
      for (const { data, opener } of cases) {
        const own = events.filter((event) => 'case' in event.data && event.data.case === data.case);
        const reporters = [...partiesOf(opener), ...(data.reporter ? [data.reporter] : [])];
        const judges = all(
          by(own, 'CaseVerified', 'ActProposed', 'ActDecided').map((event) => event.actor),
        );
        expect(judges.filter((judge) => reporters.includes(judge))).toEqual([]);
        expect(judges).not.toContain(data.employee);
        const verdicts = by(own, 'ActRevoked', 'AppealRejected').filter(
          (event) => !('because' in event.data),
        );
        for (const verdict of verdicts) {
          const parties = partiesOf(verdict.actor);
          const opinion = (verdict.data as { opinionBy?: string }).opinionBy;
          expect(parties).not.toContain(data.employee);
          const tookPart = [...reporters, ...judges];
          if (parties.some((each) => tookPart.includes(each)))
            expect([...tookPart, ...parties, data.employee]).not.toContain(opinion ?? parties[0]);
        }
        seen.decided += by(own, 'ActDecided').length;
        seen.appealed += verdicts.length;
      }
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(seen.decided).toBeGreaterThan(50);
  expect(seen.appealed).toBeGreaterThan(2);
});
