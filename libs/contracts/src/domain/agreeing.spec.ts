import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { concluded, DRAFT, IDS, PLAN, TERMS, UNREADY } from '../testing/contracts.js';
import { contractDecider } from './contract.decider.js';
import { termsOn, type DrawnContract } from './contract.state.js';
import type { Terms } from './terms.js';

const { given, ask, event } = specify(contractDecider, SUPERVISOR, (type) =>
  ['ContractTerminated', 'ContractEnded', 'RetrainingAsked'].includes(type) ? ['B2'] : ['B2', 'B3'],
);

const known = { known: { sites: ['S-1', 'S-2'] } };
const draft = (change: object = {}, terms: Terms = TERMS) =>
  ask('DraftContract', { ...DRAFT, ...change, terms }, '09:00', known);
const drafted = (terms: Terms = TERMS) => event('ContractDrafted', { ...DRAFT, terms });
const signedByCentre = event('ContractSigned', { ...IDS, party: 'centre' });
const signByCustomer = ask('SignContract', { party: 'customer', by: '孙建平' });
const amend = (from: string, terms: Terms = TERMS) =>
  ask('AmendContract', { from, terms, by: '孙建平', reason: '改约' }, '09:00', known);
const amended = (from: string, terms: Terms) =>
  event('ContractAmended', { ...IDS, from, terms, by: '孙建平', reason: '改约' });
const renew = (until: string) => ask('RenewContract', { until, by: '孙建平' }, '09:00', known);
const until = DRAFT.until;

describe('a draft', () => {
  test('[B2, B3] is drawn up, once', () => {
    given().when(draft()).then(drafted());
    given(drafted()).when(draft()).thenThrows(NotPossible, 'already-registered');
  });

  test('[B2] of a warranty ends two years after the final acceptance, that day included', () => {
    const { until: _, ...open } = { ...DRAFT, kind: 'warranty' as const, from: '2024-02-29' };
    given()
      .when(ask('DraftContract', { ...open, terms: TERMS }, '09:00', known))
      .then(event('ContractDrafted', { ...open, until: '2026-02-28', terms: TERMS }));
    given()
      .when(ask('DraftContract', { ...open, kind: 'maintenance', terms: TERMS }, '09:00', known))
      .thenThrows(Invalid, 'until-missing');
  });

  test.each<[string, object, Terms]>([
    ['ends-before-it-begins', { until: '2025-12-31' }, TERMS],
    ['term-too-long', { until: '2036-01-02' }, TERMS],
    ['unknown-site', { sites: ['S-9'] }, TERMS],
    ['unknown-site', {}, { ...TERMS, maintenance: [{ ...PLAN, site: 'S-9' }] }],
    ['plan-named-twice', {}, { ...TERMS, maintenance: [PLAN, PLAN] }],
    ['restoration-before-response', {}, { ...TERMS, restoration: 59 }],
    ['hours-cross-midnight', {}, { ...TERMS, hours: [{ from: '22:00', until: '06:00' }] }],
    [
      'hours-overlap',
      {},
      {
        ...TERMS,
        hours: [
          { days: [5], from: '08:30', until: '12:00' },
          { from: '11:59', until: '13:00' },
        ],
      },
    ],
  ])('[B2] that cannot hold is refused: %s', (code, change, terms) => {
    given().when(draft(change, terms)).thenThrows(Invalid, code);
  });

  test('[B2] may end on the tenth anniversary, and restore with the arrival', () => {
    const terms = { ...TERMS, restoration: 60 };
    const data = { ...DRAFT, until: '2036-01-01', terms };
    given()
      .when(draft({ until: '2036-01-01' }, terms))
      .then(event('ContractDrafted', data));
  });
});

describe('signing', () => {
  test('[B3] is refused to either side while nothing is said of emergencies', () => {
    for (const sign of [signByCustomer, ask('SignContract', { party: 'centre' })])
      given(drafted(UNREADY)).when(sign).thenRefusedUnder('B3', 'no-emergency-clause');
  });

  test('[B3] without a word on emergencies that is told late has happened, and is found', () => {
    const [, finding] = given(drafted(UNREADY)).when(inBatch(signByCustomer)).events();
    expect(finding).toMatchObject({
      type: 'FindingRecorded',
      data: { article: 'B3', code: 'no-emergency-clause', person: SUPERVISOR.id },
    });
  });

  test('[B2] by both concludes it, and once is enough of each', () => {
    const signed = event('ContractSigned', { ...IDS, party: 'customer', by: '孙建平' });
    given(drafted()).when(signByCustomer).then(signed);
    given(drafted(), signedByCentre)
      .when(signByCustomer)
      .then(signed, event('ContractConcluded', { ...IDS, from: DRAFT.from, until }));
    given(drafted(), signed).when(signByCustomer).thenNothing();
    given(drafted())
      .when(ask('SignContract', { party: 'customer' }))
      .thenThrows(Invalid, 'signer-missing');
    given().when(signByCustomer).thenThrows(NotFound, 'unknown-contract');
  });

  test('[B3] what is revised has to be signed anew by whoever had signed it', () => {
    const revise = ask('ReviseDraft', { terms: TERMS, reason: '补条款' }, '09:00', known);
    const revised = event('DraftRevised', { ...IDS, terms: TERMS, reason: '补条款' });
    given(drafted(UNREADY)).when(revise).then(revised);
    const after = fold(contractDecider, [drafted(UNREADY), signedByCentre, revised]);
    expect(after).toMatchObject({ status: 'drafted', signed: [], versions: [{ terms: TERMS }] });
    given(...concluded())
      .when(revise)
      .thenThrows(NotPossible, 'concluded-already');
  });
});

describe('an amendment', () => {
  const faster = { ...TERMS, response: 30 };

  test('[B2] takes effect on its date: the day before has the terms of before', () => {
    given(...concluded())
      .when(amend('2026-07-01', faster))
      .then(amended('2026-07-01', faster));
    const contract = fold(contractDecider, [...concluded(), amended('2026-07-01', faster)]);
    const responseOn = (day: string) => termsOn(contract as DrawnContract, day)?.terms.response;
    expect(['2025-12-31', '2026-06-30', '2026-07-01', until, '2027-01-01'].map(responseOn)).toEqual(
      [undefined, 60, 30, 30, undefined],
    );
  });

  test('[B2] from the same date takes the place of the one before', () => {
    const again = { ...TERMS, response: 45 };
    const contract = fold(contractDecider, [
      ...concluded(),
      amended('2026-07-01', faster),
      amended('2026-07-01', again),
    ]);
    expect(contract).toMatchObject({ versions: [{ from: '2026-01-01' }, { terms: again }] });
  });

  test.each([['2025-12-31'], ['2027-01-01']])('[B2] outside the term is refused: %s', (from) => {
    given(...concluded())
      .when(amend(from))
      .thenThrows(Invalid, 'outside-the-term');
  });

  test('[B3] that takes the emergency clause away is refused', () => {
    given(...concluded())
      .when(amend('2026-07-01', UNREADY))
      .thenRefusedUnder('B3', 'no-emergency-clause');
  });

  test('[B2] of what both have not signed is none', () => {
    given(drafted()).when(amend('2026-07-01')).thenThrows(NotPossible, 'not-concluded');
  });
});

describe('the end', () => {
  const ended = event('ContractEnded', { ...IDS, on: until });
  const end = (time: string) => ask('EndContract', {}, time);

  test('[B2] comes with the last day, and once', () => {
    given(...concluded())
      .when(end('2026-12-31T15:59:59.999Z'))
      .thenNothing();
    given(...concluded())
      .when(end('2026-12-31T16:00:00.000Z'))
      .then(ended);
    given(...concluded(), ended)
      .when(end('2027-01-02T00:00:00.000Z'))
      .thenNothing();
  });

  test('[B2] a renewal goes on the day after, told before the end or after it', () => {
    const renewed = event('ContractRenewed', {
      ...IDS,
      ...{ from: '2027-01-01', until: '2027-12-31', terms: TERMS, by: '孙建平' },
    });
    given(...concluded())
      .when(renew('2027-12-31'))
      .then(renewed);
    given(...concluded(), ended)
      .when(renew('2027-12-31'))
      .then(renewed);
    given(...concluded(), renewed)
      .when(end('2026-12-31T16:00:00.000Z'))
      .thenNothing();
    expect(fold(contractDecider, [...concluded(), ended, renewed])).toMatchObject({
      status: 'in-force',
      until: '2027-12-31',
    });
    given(...concluded())
      .when(renew(until))
      .thenThrows(Invalid, 'ends-before-it-begins');
  });

  test('[B2] what was ended before its time is not renewed, nor amended beyond its last day', () => {
    const terminated = event('ContractTerminated', { ...IDS, on: '2026-06-30', reason: '拆除' });
    const terminate = (on: string) => ask('TerminateContract', { on, reason: '拆除' });
    given(...concluded())
      .when(terminate('2026-06-30'))
      .then(terminated);
    given(...concluded())
      .when(terminate('2027-01-01'))
      .thenThrows(Invalid, 'outside-the-term');
    const past = [...concluded(), terminated];
    given(...past)
      .when(renew('2027-12-31'))
      .thenThrows(NotPossible, 'contract-over');
    given(...past)
      .when(amend('2026-07-01'))
      .thenThrows(Invalid, 'outside-the-term');
    given(...past, event('ContractEnded', { ...IDS, on: '2026-06-30' }))
      .when(amend('2026-05-01'))
      .thenThrows(NotPossible, 'contract-over');
  });
});

test('[B2] new operators of the owner are trained, without charge where the contract includes it', () => {
  const change = '换了两名值班员';
  const asking = ask('AskForRetraining', { change });
  const asked = (charged: boolean) => event('RetrainingAsked', { ...IDS, change, charged });
  given(...concluded())
    .when(asking)
    .then(asked(false));
  given(...concluded({ ...TERMS, retraining: false }))
    .when(asking)
    .then(asked(true));
  given(...concluded(TERMS, { until: '2026-02-28' }))
    .when(asking)
    .then(asked(true));
});
