import { describe, expect, test } from '@jest/globals';
import { DomainError, fold, Invalid, NotPossible } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  act,
  clauseOf,
  decided,
  edition,
  inRepair,
  known,
  laterOf,
  openedCase,
  person,
  proposed,
  report,
} from '../../testing/cases.js';
import { document2 } from '../edition/document-2.js';
import { nameOf } from '../edition/clause.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingEvent } from '../standing.events.js';

const given = specification(standingDecider);
/** The paper from which an amount is taken. */
const evidence = ['e'.repeat(64)];
const casesOf = (...past: StandingEvent[]) => fold(standingDecider, past).cases;

function pointerOf(decide: () => unknown): string | undefined {
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError) return error.pointer;
  }
  return undefined;
}

/* Every clause that somebody reports by hand without particulars; the others have their tests below. */
const plain = document2.clauses.filter(
  ({ trigger, thresholds, outcomes }) =>
    trigger === 'report' &&
    thresholds === undefined &&
    !outcomes.some(({ measures }) => measures.includes('removal')),
);

test.each([
  ['D9', 'D9.adopted'],
  ['D10', 'D10.adopted'],
  ['D11', 'D11.intelligence'],
  ['D12', 'D12.credit-check'],
  ['D13', 'D13.new-ground'],
  ['D15', 'D15.slow-moving'],
  ['D16', 'D16.embezzlement'],
  ['D17', 'D17.collusion'],
  ['D18', 'D18.competing'],
  ['D20', 'D20.idle'],
  ['D21', 'D21.no-call'],
  ['D23', 'D23.discord'],
  ['D25', 'D25.no-customer-file'],
  ['D26', 'D26.talks-back'],
  ['D26', 'D26.disobeys'],
  ['D27', 'D27.vehicle'],
  ['D28', 'D28.report'],
  ['D29', 'D29.technique'],
  ['D31', 'D31.reputation'],
  ['D33', 'D33.collusion'],
  ['D35', 'D35.idle'],
  ['D37', 'D37.no-repair-file'],
  ['D38', 'D38.talks-back'],
  ['D38', 'D38.slacks'],
  ['D38', 'D38.refuses-work'],
  ['D39', 'D39.vehicle'],
  ['D40', 'D40.income-kept'],
])('[%s] a case under %s is opened, and names the edition that judges it', (_, name) => {
  expect(plain.map(nameOf)).toContain(name);
  given().when(report(name)).then(openedCase(1, name));
});

describe('who is judged, by what', () => {
  const one = 'D26.talks-back';

  test('[D42] nothing is judged before an edition was approved', () => {
    given()
      .when(report(one, {}, { edition: 'none-approved' }))
      .thenRefusedUnder('D42', 'no-edition-approved');
  });

  test('[D44] nothing is judged that happened before the promulgation', () => {
    given()
      .when(report(one, {}, { edition: 'not-yet-in-force' }))
      .thenRefusedUnder('D44', 'facts-before-promulgation');
  });

  test('[D4] an article applies to its own department alone', () => {
    given()
      .when(report(one, {}, inRepair))
      .thenRefusedUnder('D4', 'article-of-other-department');
    given()
      .when(report('D38.talks-back', {}, known))
      .thenRefusedUnder('D4', 'article-of-other-department');
  });

  test('[D5] staff of other departments are left to the general staff rules', () => {
    given()
      .when(report(one, {}, { subject: { ...person, department: 'office' } }))
      .thenRefusedUnder('D5', 'staff-of-other-department');
  });

  test('[D5] so is conduct that no clause is about', () => {
    const without = { ...document2, clauses: document2.clauses.filter((c) => nameOf(c) !== one) };
    given()
      .when(report(one, {}, { edition: { ...edition, text: without } }))
      .thenRefusedUnder('D5', 'conduct-not-covered');
  });

  test('[D7] a dismissal ends what follows, also that of another year', () => {
    const file = openedCase(1, 'D16.embezzlement');
    given(file, proposed(file), decided(file))
      .when(report(one))
      .thenRefusedUnder('D7', 'already-dismissed');
    given()
      .when(report(one, {}, { dismissed: true }))
      .thenRefusedUnder('D7', 'already-dismissed');
  });

  test('[D8] an act counts in the year of its facts, in the business zone', () => {
    const lastMoment = '2025-12-31T15:59:59.999Z';
    given()
      .when(report(one, { happenedAt: lastMoment }))
      .thenThrows(Invalid, 'facts-of-another-year');
    const first = '2025-12-31T16:00:00.000Z';
    given()
      .when(report(one, { happenedAt: first }))
      .then(openedCase(1, one, { happenedAt: first }));
  });

  test('what has not happened yet is no case', () => {
    given()
      .when(report(one, { happenedAt: at('09:01') }))
      .thenThrows(Invalid, 'not-yet');
  });
});

describe('the same facts', () => {
  const hash = 'a'.repeat(64);
  const file = openedCase(1, 'D26.talks-back', { evidence: [hash] });
  const later = { happenedAt: at('08:00') };

  test('[D26] the same facts make one case under one article, by their day or by evidence', () => {
    given(file).when(report('D26.disobeys')).thenRefusedUnder('D26', 'same-facts-twice');
    given(file).when(report('D26.talks-back', later)).thenRefusedUnder('D26', 'same-facts-twice');
    given(file)
      .when(report('D26.talks-back', { happenedAt: at('08:00', -1), evidence: [hash] }))
      .thenRefusedUnder('D26', 'same-facts-twice');
    given(...act(1, 'D26.talks-back'))
      .when(report('D26.talks-back'))
      .thenRefusedUnder('D26', 'same-facts-twice');
  });

  test.each([
    ['D9', 'D9.adopted'],
    ['D13', 'D13.new-ground'],
    ['D20', 'D20.idle'],
    ['D27', 'D27.vehicle'],
    ['D30', 'D30.extra-service'],
    ['D31', 'D31.reputation'],
    ['D38', 'D38.refuses-work'],
    ['D39', 'D39.vehicle'],
  ])(
    '[%s] a second case under %s of one day names the first, and says what tells it apart',
    (article, name) => {
      const net = { income: '100.00', costs: '0.00' };
      const backed = article === 'D30' ? { evidence } : {};
      const facts = article === 'D30' ? net : {};
      const first = openedCase(1, name, { happenedAt: at('08:59'), ...facts });
      const when = given(first).when(report(name, { ...facts, ...backed }));
      when.thenRefusedUnder(article, 'same-facts-twice');
      expect(when.events).toThrow('case 1 of 2026');
      given(first)
        .when(report(name, { ...facts, ...backed, matter: '另一事项' }))
        .then(openedCase(2, name, { ...facts, ...backed, matter: '另一事项' }));
    },
  );

  test('[D26] facts of another day, and the same under another article, make another case', () => {
    const dayBefore = { happenedAt: at('23:59', -1) };
    given(openedCase(1, 'D26.talks-back', dayBefore))
      .when(report('D26.talks-back'))
      .then(openedCase(2, 'D26.talks-back'));
    given(file).when(report('D27.vehicle')).then(openedCase(2, 'D27.vehicle'));
  });

  test('[D28] each report that is missing is a case of its own', () => {
    const february = openedCase(1, 'D28.report', { matter: '2026-02' });
    given(february)
      .when(report('D28.report', { matter: '2026-02' }))
      .thenRefusedUnder('D28', 'same-facts-twice');
    given(february)
      .when(report('D28.report', { matter: '2026-01' }))
      .then(openedCase(2, 'D28.report', { matter: '2026-01' }));
  });

  test('[D26] what was dropped may be reported anew', () => {
    const dropped = laterOf(file)('CaseDropped', { case: 1, reason: '查无实据' });
    given(file, dropped).when(report('D26.talks-back')).then(openedCase(2, 'D26.talks-back'));
  });
});

describe('particulars', () => {
  const adoption = { year: '2025', case: 1 };
  const adoptedAt = '2025-03-02T02:00:00.000Z';
  const profitOf = (profit: string, happenedAt: string, article = 'D9', at2 = adoptedAt) =>
    report(
      'D9.profit',
      { adoption, profit, evidence, happenedAt },
      { adoption: { ref: adoption, article, adoptedAt: at2 } },
    );

  test.each([
    ['99999.99', false],
    ['100000.00', true],
  ])('[D9] a profit of %s: %s', (profit, enough) => {
    const when = given().when(profitOf(profit, at('09:00')));
    if (enough)
      when.then(
        openedCase(1, 'D9.profit', { adoption, profit, evidence, happenedAt: at('09:00') }),
      );
    else when.thenRefusedUnder('D9', 'profit-too-small');
  });

  test('[D10] the same of a new product', () => {
    const ref = { ref: adoption, article: 'D10', adoptedAt };
    const facts = { adoption, profit: '100000.00', evidence };
    given()
      .when(report('D10.profit', facts, { adoption: ref }))
      .then(openedCase(1, 'D10.profit', facts));
    given()
      .when(report('D10.profit', facts, { adoption: { ...ref, article: 'D9' } }))
      .thenRefusedUnder('D10', 'no-adoption');
  });

  test('[D9] within one year of the adoption, to the day', () => {
    const lastMoment = '2026-03-02T15:59:59.999Z';
    const late = { ...profitOf('100000.00', lastMoment), occurredAt: at('09:00', 2) };
    given()
      .when(late)
      .then(
        openedCase(1, 'D9.profit', {
          adoption,
          profit: '100000.00',
          evidence,
          happenedAt: lastMoment,
        }),
      );
    const next = { ...profitOf('100000.00', '2026-03-02T16:00:00.000Z') };
    given()
      .when({ ...next, occurredAt: at('09:00', 2) })
      .thenRefusedUnder('D9', 'profit-too-late');
    given()
      .when(profitOf('100000.00', '2026-01-02T02:00:00.000Z', 'D9', '2026-01-02T02:00:00.001Z'))
      .thenRefusedUnder('D9', 'profit-too-late');
  });

  test('[D9] [D10] adopted on 29 February, within one year is up to and with 28 February', () => {
    const leap = '2024-02-29T02:00:00.000Z';
    const ref = { year: '2024', case: 1 };
    const of = (happenedAt: string) => ({
      ...report(
        'D9.profit',
        { adoption: ref, profit: '100000.00', evidence, happenedAt },
        { adoption: { ref, article: 'D9', adoptedAt: leap } },
      ),
      occurredAt: at('09:00'),
    });
    const inTime = of('2025-02-28T15:59:59.999Z');
    const opened = given()
      .when({ ...inTime, data: { ...inTime.data, year: '2025' } })
      .events();
    expect(opened).toMatchObject([{ type: 'CaseOpened', data: { article: 'D9' } }]);
    const late = of('2025-02-28T16:00:00.000Z');
    given()
      .when({ ...late, data: { ...late.data, year: '2025' } })
      .thenRefusedUnder('D9', 'profit-too-late');
  });

  test('[D9] [D10] an adoption has its second stage once, whenever that is told, in whatever year', () => {
    for (const name of ['D9.profit', 'D10.profit']) {
      const article = name.split('.')[0]!;
      const facts = { adoption, profit: '100000.00', evidence };
      const ref = { ref: adoption, article, adoptedAt };
      const first = openedCase(1, name, { ...facts, happenedAt: at('09:00', -3) });
      given(first)
        .when(report(name, { ...facts, matter: '另一笔' }, { adoption: ref }))
        .thenRefusedUnder(article, 'same-facts-twice');
      const beside = casesOf(openedCase(1, name, { ...facts, year: '2025' }));
      const when = given().when(report(name, facts, { adoption: ref, beside }));
      when.thenRefusedUnder(article, 'same-facts-twice');
      expect(when.events).toThrow('case 1 of 2025');
      const other = { year: '2025', case: 2 };
      given(first)
        .when(
          report(
            name,
            { ...facts, adoption: other, evidence: ['f'.repeat(64)] },
            { adoption: { ...ref, ref: other } },
          ),
        )
        .then(openedCase(2, name, { ...facts, adoption: other, evidence: ['f'.repeat(64)] }));
    }
  });

  test('[D9] what the clause does not ask for is not said of it', () => {
    for (const [field, said] of Object.entries({
      adoption,
      profit: '1.00',
      shortages: [],
      income: '1.00',
    }))
      given()
        .when(report('D9.adopted', { [field]: said }))
        .thenThrows(Invalid, 'not-of-the-clause');
  });

  test('[D9] a profit without an adoption brings nothing', () => {
    given()
      .when(report('D9.profit', { profit: '100000.00', evidence }))
      .thenRefusedUnder('D9', 'no-adoption');
  });

  test.each([
    ['D20', 'D20.with-subordinates'],
    ['D35', 'D35.with-subordinates'],
  ])('[%s] %s: a supervisor, and with those whom they lead', (article, name) => {
    const { department } = clauseOf(name);
    const subject = { ...person, department, supervisor: true };
    const together = ['li-wei'];
    given()
      .when(report(name, { together }, { subject, subordinates: together }))
      .then(openedCase(1, name, { together, supervisor: true }));
    for (const beside of [
      { subject, subordinates: [] },
      { subject: { ...subject, supervisor: false }, subordinates: together },
    ])
      given()
        .when(report(name, { together }, beside))
        .thenRefusedUnder(article, 'no-supervisor-with-subordinates');
  });

  const missing = (...amounts: string[]) =>
    amounts.map((amount, index) => ({ at: `2025-0${index + 5}-01T02:00:00.000Z`, amount }));

  test.each([
    ['huge', missing('10000.00'), true],
    ['just not huge', missing('9999.99'), false],
    ['repeated', missing('1.00', '1.00', '1.00'), true],
    ['twice', missing('1.00', '1.00'), false],
    [
      'thrice, but not within the year',
      [
        { at: '2025-01-10T02:00:00.000Z', amount: '1.00' },
        ...missing('1.00'),
        { at: '2026-01-11T02:00:00.000Z', amount: '1.00' },
      ],
      false,
    ],
  ])('[D22] a shortage that is %s', (_, shortages, isAct) => {
    const facts = { shortages, ownFault: true, evidence };
    const when = given().when(report('D22.shortage', facts));
    if (isAct) when.then(openedCase(1, 'D22.shortage', facts));
    else when.thenRefusedUnder('D22', 'shortage-below-thresholds');
  });

  test.each([
    ['entered again on its day', '2025-06-01T04:00:00.000Z', '1.00', 'shortage-twice'],
    ['of nothing', '2025-08-01T02:00:00.000Z', '0.00', 'shortage-of-nothing'],
    ['still to come', at('09:01'), '1.00', 'not-yet'],
  ])('[D22] a shortage %s is none', (_, when, amount, code) => {
    const shortages = [...missing('10000.00', '1.00'), { at: when, amount }];
    given()
      .when(report('D22.shortage', { shortages, ownFault: true, evidence }))
      .thenThrows(Invalid, code);
  });

  test('[D22] [D44] nor is one from before the promulgation', () => {
    const shortages = [{ at: '2024-12-31T15:59:59.999Z', amount: '10000.00' }];
    const when = given().when(report('D22.shortage', { shortages, ownFault: true, evidence }));
    when.thenRefusedUnder('D44', 'facts-before-promulgation');
    expect(pointerOf(when.events)).toBe('/shortages/0/at');
  });

  test('[D22] a shortage that one case had is in no other, of whatever day and matter', () => {
    const shortages = missing('10000.00');
    const facts = { shortages, ownFault: true, evidence, matter: '又一宗' };
    given(openedCase(1, 'D22.shortage', { shortages, happenedAt: at('09:00', -9) }))
      .when(report('D22.shortage', facts))
      .thenRefusedUnder('D22', 'same-facts-twice');
  });

  test('[D22] a shortage brings an act by own fault alone', () => {
    const shortages = missing('10000.00');
    for (const facts of [
      { shortages, evidence },
      { shortages, ownFault: false, evidence },
    ])
      given().when(report('D22.shortage', facts)).thenRefusedUnder('D22', 'shortage-not-own-fault');
  });

  test('[D30] extra service without a net income brings no share', () => {
    given()
      .when(report('D30.extra-service', { income: '100.00', costs: '100.00', evidence }))
      .thenThrows(Invalid, 'no-net-income');
  });

  test('[D18] the case of the supervisor is not opened by hand', () => {
    given().when(report('D18.unreported')).thenRefusedUnder('D18', 'case-follows-by-itself');
  });
});

test('ten reports of one person about one employee wait at most; others may still report', () => {
  const waiting = Array.from({ length: 10 }, (_, index) =>
    openedCase(index + 1, 'D26.talks-back', { matter: `matter ${index}` }),
  );
  const more = report('D27.vehicle');
  given(...waiting)
    .when(more)
    .thenThrows(NotPossible, 'reports-unanswered');
  given(...waiting.slice(0, 9))
    .when(more)
    .then(openedCase(10, 'D27.vehicle'));
  given(...waiting)
    .when({ ...more, actor: LI_WEI })
    .then(openedCase(11, 'D27.vehicle', {}, { by: LI_WEI }));
});
