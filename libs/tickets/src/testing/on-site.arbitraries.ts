import fc from 'fast-check';
import {
  cause,
  conduct,
  employee,
  entitlement,
  instant,
  money,
  mostly,
  photos,
  seldom,
  signature,
  span,
  text,
  visit,
} from './values.arbitraries.js';

/** A command that needs to know nothing beyond its ticket. */
export function only<Data>(data: fc.Arbitrary<Data>) {
  return fc.record({ data, known: fc.constant(undefined) });
}

/** One under which somebody signs, with an image that stands under nothing else; or which has met nothing elsewhere. */
export function signing<Data>(data: fc.Arbitrary<Data>) {
  return fc.record({ data, known: fc.constant({}) });
}

const line = fc.record({
  item: fc.constantFrom('labour' as const, 'parts' as const),
  what: text,
  amount: money,
  basis: fc.constantFrom('out-of-cover' as const, 'extra-service' as const, 'covered' as const),
});

/** Of an entry on the ticket. */
const number = fc.integer({ min: 1, max: 2 });

const atVisit = only(fc.record({ visit }));

/** What the commands at the customer's may ask and know. */
export const onSiteAsks = {
  RecordCustomerAbsent: signing(
    fc.record({
      visit,
      waitedMinutes: fc.integer({ min: 0, max: 20 }),
      called: text,
      noteLeft: mostly,
    }),
  ),
  GreetCustomer: only(fc.record({ visit, introduced: mostly, credentialsShown: mostly })),
  AskAboutFault: only(fc.record({ visit, words: text })),
  ReportConductIncident: only(
    fc.record({
      visit,
      kind: conduct,
      description: text,
      reportedBy: text,
      photos,
    }),
  ),
  CheckEntitlement: fc.record({
    data: fc.record({ visit, document: text }),
    known: fc.record({ entitlement: fc.option(entitlement, { nil: undefined, freq: 9 }) }),
  }),
  RecordConsent: only(fc.record({ visit, by: text })),
  ConsentByClause: fc.record({
    data: fc.constant({}),
    known: fc.record({
      clause: fc.constant({ by: '孙建平', contract: 'HT-1', upTo: '2000.00' }),
    }),
  }),
  InspectIntegrity: only(
    fc.record({ visit, partsComplete: mostly, tamperingSigns: seldom, note: text, photos }),
  ),
  AcknowledgeDiscrepancy: signing(fc.record({ visit, signature })),
  GiveExplanation: only(
    fc.record({
      visit,
      subject: fc.constantFrom(
        'discrepancy' as const,
        'fee' as const,
        'cause' as const,
        'question' as const,
      ),
      advice: text,
      confidential: seldom,
      declined: seldom,
      customerUnfamiliar: mostly,
      plainWords: mostly,
    }),
  ),
  FindExternalCause: signing(fc.record({ visit, cause: text, noted: mostly, signature })),
  WithdrawExternalCause: only(fc.record({ visit, reason: text })),
  CorrectRepairCause: only(fc.record({ visit, cause, reason: text })),
  AcknowledgeCharge: signing(
    fc.record({
      visit,
      quote: fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 2 }) }),
      signature,
    }),
  ),
  TakeProductIn: signing(
    fc.record(
      {
        visit,
        product: fc.constant('AC-778'),
        custodySlip: text,
        agreedBy: text,
        photos,
        signature,
      },
      { requiredKeys: ['visit', 'product', 'custodySlip', 'agreedBy', 'photos'] },
    ),
  ),
  StartWork: fc.record({ data: fc.record({ visit }), known: fc.constant({}) }),
  ResumeWork: fc.record({ data: fc.record({ visit }), known: fc.constant({}) }),
  LogLabour: fc.record({
    data: fc.record({ visit, workType: text, span }),
    known: fc.constant({ logged: [] }),
  }),
  ConsumePart: fc.record({
    data: fc.record({
      visit,
      sku: fc.constant('CAP-35'),
      quantity: fc.integer({ min: 0, max: 3 }),
    }),
    known: fc.constant({ inHand: 2 }),
  }),
  CorrectLabour: fc.record({
    data: fc.oneof(
      fc.record({ entry: number, span, reason: text }),
      fc.record({ entry: number, withdrawn: fc.constant(true), reason: text }),
    ),
    known: fc.constant({ logged: [] }),
  }),
  CorrectPart: fc.record({
    data: fc.oneof(
      fc.record({ entry: number, quantity: fc.integer({ min: 1, max: 3 }), reason: text }),
      fc.record({ entry: number, withdrawn: fc.constant(true), reason: text }),
    ),
    known: fc.constant({ inHand: 2 }),
  }),
  CompleteRepair: fc.record({
    data: fc.record({
      visit,
      cause,
      testResult: text,
      restored: mostly,
      photos,
    }),
    known: fc.constant({}),
  }),
  CleanSite: atVisit,
  SignServiceRecord: signing(
    fc.record({
      visit,
      signature,
      satisfaction: fc.constantFrom(1 as const, 3 as const, 5 as const),
    }),
  ),
  RefuseSignature: only(fc.record({ visit, reason: text })),
  CollectCharge: only(
    fc.record(
      {
        visit,
        amount: money,
        method: fc.constantFrom('cash' as const, 'wechat' as const),
        receipt: text,
      },
      { requiredKeys: ['visit', 'amount', 'method'] },
    ),
  ),
  WaiveCharge: only(fc.record({ visit, amount: money, reason: text })),
  RefundCharge: only(
    fc.record({
      visit,
      amount: money,
      method: fc.constant('cash' as const),
      reason: text,
      receipt: text,
    }),
  ),
  HandOverMoney: only(fc.record({ visit, amount: money })),
  CorrectHandOver: only(
    fc.record({ visit, handOver: fc.integer({ min: 1, max: 2 }), amount: money, reason: text }),
  ),
  DemandMoney: only(fc.record({ visit, employee, collectedAt: instant })),
  FindMoneyKept: only(fc.record({ visit, employee, demandedAt: instant })),
  StateEarners: only(
    fc.record({
      visit,
      earners: fc.tuple(fc.record({ employee, weight: fc.integer({ min: 1, max: 9 }) })),
    }),
  ),
  IssueReceipt: only(fc.record({ visit, number: text })),
  HandOverCustomerCopy: atVisit,
  LeaveCard: atVisit,
  BidFarewell: only(
    fc.record(
      { visit, responsiblePersonsAsked: mostly, nobodyElse: seldom, customerContent: mostly },
      { requiredKeys: ['visit', 'responsiblePersonsAsked', 'customerContent'] },
    ),
  ),
  Apologise: atVisit,
  LeaveSite: fc.record({
    data: fc.record({ visit, returning: seldom }, { requiredKeys: ['visit'] }),
    known: fc.constant({}),
  }),
  CompleteVisit: atVisit,
};
