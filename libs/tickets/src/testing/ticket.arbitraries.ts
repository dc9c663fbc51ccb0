import fc from 'fast-check';
import type { Asks } from '@app/kernel/src/testing/stories.js';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import { POLICY_HOURS, POLICY_TERMS } from './intake.js';
import { only, onSiteAsks, signing } from './on-site.arbitraries.js';
import { TICKET } from './ticket.builders.js';
import {
  employee,
  instant,
  mostly,
  outcome,
  seldom,
  signature,
  span,
  text,
  visit,
} from './values.arbitraries.js';

const technician = fc.option(fc.record({ employee, active: mostly }), { nil: undefined, freq: 9 });

const OWN_TERMS = {
  terms: 'C-2026-7',
  edition: '2026-01-01T00:00:00.000Z',
  warnPercent: 75,
  response: 60,
  restoration: 180,
};

const shownBy = fc.record({
  type: fc.constantFrom('StayBegan', 'StayEnded'),
  occurredAt: instant,
  stream: fc.constant('diary-li-wei-2026-03-02'),
});

const received = fc.record({ receivedAt: instant });

/** What each command may ask and know. A command without its own does not compile. */
export const asks: Asks<TicketCommand> = {
  ...onSiteAsks,
  OpenTicket: fc.record({
    data: fc.record({
      ticket: fc.constant(TICKET),
      source: fc.constantFrom('hotline' as const, 'complaint' as const, 'emergency' as const),
      fault: text,
      name: text,
      phone: text,
      address: text,
      landmark: fc.constantFrom(null, '人民公园'),
    }),
    known: fc.constant({
      defaultQuietHours: POLICY_HOURS,
      sla: POLICY_TERMS,
    }),
  }),
  CorrectIntake: only(
    fc.record(
      { name: text, address: text, landmark: fc.constantFrom(null, '人民公园'), reason: text },
      { requiredKeys: ['reason'] },
    ),
  ),
  RaiseToEmergency: fc.record({
    data: fc.record({ reason: text }),
    known: fc.constant({ sla: POLICY_TERMS }),
  }),
  LinkCustomer: fc.record({
    data: fc.record({ customer: fc.constantFrom('C-1', 'C-2'), reason: text }),
    known: fc.constant({
      defaultQuietHours: POLICY_HOURS,
      sla: OWN_TERMS,
    }),
  }),
  ExplainPartUse: only(
    fc.record({
      visit,
      entry: fc.integer({ min: 1, max: 3 }),
      sku: text,
      quantity: fc.constant(1),
    }),
  ),
  ReviewCustomerFile: only(fc.record({ notes: text }, { requiredKeys: [] })),
  AnalyseFault: only(
    fc.record({
      symptom: text,
      suspectedCause: text,
      parts: fc.subarray(['CAP-35', 'FAN-2']),
      tools: fc.subarray(['T-100', 'T-101']),
    }),
  ),
  ResolveTicket: only(
    fc.record(
      {
        summary: text,
        outcome: outcome,
        agreedBy: text,
        disposal: fc.constant('scrapped' as const),
      },
      { requiredKeys: ['summary'] },
    ),
  ),
  CloseTicket: only(fc.constant({})),
  ReopenTicket: fc.record({
    data: fc.record({ reason: text }),
    known: fc.constant({ sla: POLICY_TERMS }),
  }),
  ApplyTerms: fc.record({
    data: fc.record({ reason: text }),
    known: fc.constant({ sla: OWN_TERMS }),
  }),
  JudgeTools: fc.record({
    data: fc.record({ visit, technician: employee, tool: fc.constant('T-100'), shownBy }),
    known: fc.constantFrom({ toolsInHand: ['T-100'] }, { toolsInHand: [] }),
  }),
  JudgeWhereabouts: fc.record({
    data: fc.record({ technician: employee, date: fc.constant('2026-03-02'), shownBy }),
    known: fc.record({
      whereabouts: fc.array(fc.record({ visit, at: instant, elsewhere: mostly }), { maxLength: 2 }),
    }),
  }),
  WatchClocks: fc.record({ data: fc.constant({}), known: fc.constant({}) }),
  CancelTicket: fc.record({ data: fc.record({ reason: text }), known: received }),
  AskForFollowUp: only(fc.record({ percent: fc.integer({ min: 0, max: 100 }) })),
  FollowUp: fc.record({
    data: fc.record({
      channel: fc.constant('phone' as const),
      sampled: mostly,
      satisfied: mostly,
      answer: text,
    }),
    known: fc.constant({ sla: POLICY_TERMS }),
  }),
  ReviewFinding: only(
    fc.record({
      finding: fc.integer({ min: 1, max: 9 }),
      verdict: fc.constantFrom('upheld' as const, 'excused' as const),
      reason: text,
    }),
  ),
  ReopenVerdict: only(fc.record({ finding: fc.integer({ min: 1, max: 9 }), reason: text })),
  ScheduleVisit: fc.record({
    data: fc.record(
      { technician: employee, window: span, atCustomersWish: mostly, wishedLater: text },
      { requiredKeys: ['technician', 'window', 'atCustomersWish'] },
    ),
    known: fc.record({ technician }),
  }),
  AddTechnician: fc.record({
    data: fc.record({ visit, technician: employee }),
    known: fc.record({ technician }),
  }),
  RemoveTechnician: only(fc.record({ visit, technician: employee, reason: text })),
  UnassignTechnician: only(fc.record({ visit, technician: employee, reason: text })),
  RescheduleVisit: fc.record({
    data: fc.record({ visit, window: span, atCustomersWish: mostly, reason: text }),
    known: fc.record({ technician, receivedAt: instant }),
  }),
  CancelVisit: fc.record({ data: fc.record({ visit, reason: text }), known: received }),
  PrepareVisit: fc.record({
    data: fc.record({
      visit,
      badge: mostly,
      uniform: mostly,
      tools: fc.subarray(['T-100', 'T-101']),
      parts: fc.constantFrom([], [{ sku: 'CAP-35', quantity: 1 }]),
    }),
    known: fc.constantFrom({ toolsInHand: ['T-100', 'T-101'] }, { toolsInHand: ['T-100'] }),
  }),
  CorrectPreparation: fc.record({
    data: fc.record(
      { visit, badge: mostly, uniform: mostly, reason: text },
      { requiredKeys: ['visit', 'reason'] },
    ),
    known: fc.constantFrom({ toolsInHand: ['T-100', 'T-101'] }, { toolsInHand: ['T-100'] }),
  }),
  Depart: only(fc.record({ visit })),
  NotifyDelay: fc.record({
    data: fc.record({ visit, reason: text, apologised: mostly, newArrival: instant }),
    known: received,
  }),
  RecordArrival: fc.record({
    data: fc.record({ visit, agreedEarlier: mostly }, { requiredKeys: ['visit'] }),
    known: fc.record({ elsewhere: fc.constantFrom([], [], ['T-9']) }),
  }),
  RecordNoShow: only(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ visit, reason: text }, { requiredKeys: ['visit'] }) },
      { weight: 1, arbitrary: fc.record({ visit, technician: employee, reason: text }) },
    ),
  ),
  ReturnProduct: signing(
    fc.record(
      { product: fc.constant('AC-778'), receivedBy: text, signature, visit },
      { requiredKeys: ['product', 'receivedBy', 'signature'] },
    ),
  ),
  SuspendWork: fc.record({
    data: fc.record({
      visit,
      reason: fc.constantFrom('rest-or-meal' as const, 'part-awaited' as const, 'other' as const),
      customerSide: seldom,
      resumeAt: instant,
      hoursAsked: mostly,
      apologised: mostly,
    }),
    known: fc.constant({}),
  }),
};
