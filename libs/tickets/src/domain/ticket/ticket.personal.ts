import { none, type PersonalTable } from '@app/kernel';
import type { OwnEvent } from '../fixtures/samples.js';

/*
 * Sealed is who somebody is, where they are found, and their own words. What the law keeps is not: what
 * was wrong by the technician's look, what was done, the hours, the parts and the money.
 */

const identity = ['name', 'phone', 'address', 'landmark'] as const;
const ofCustomer = { kind: 'customer', id: 'customer' } as const;
const ofSignature = { files: ['signature.image'], filesUnless: 'signature.stamp' } as const;
const signed = [{ texts: ['signature.name'], ...ofSignature }] as const;
const wishes = [{ texts: ['customerWishes'] }] as const;
const reason = [{ texts: ['reason'] }] as const;
/** Whoever told the customer, which can be the customer. */
const called = [{ texts: ['reason', 'told.by'] }] as const;
const pauses = [{ texts: ['pauses.words'] }] as const;

const call = {
  TicketOpened: [
    { texts: identity, of: ofCustomer },
    { texts: ['fault', 'agreement', 'deliveryPlace', 'signature.name'], ...ofSignature },
  ],
  TicketRaisedToEmergency: reason,
  IntakeCorrected: [
    {
      texts: [
        ...identity,
        'fault',
        'before.name',
        'before.phone',
        'before.address',
        'before.landmark',
        'before.fault',
        'reason',
      ],
    },
  ],
  CustomerLinked: [
    { texts: identity, of: ofCustomer },
    {
      texts: ['before.name', 'before.phone', 'before.address', 'before.landmark'],
      of: { kind: 'customer', id: 'before.customer' },
    },
    { texts: ['reason'] },
  ],
  CustomerFileReviewed: [{ texts: ['notes'] }],
  TicketResolved: [{ texts: ['summary', 'agreedBy', 'told.by'] }],
  TicketReopened: reason,
  TicketCancelled: called,
  FollowUpMade: [{ texts: ['answer'] }],
  ...none('FaultAnalysed', 'TicketClosed', 'ClosingUndone', 'FollowUpAsked'),
} as const satisfies Partial<PersonalTable<OwnEvent>>;

const clocks = {
  SlaDeadlineSet: pauses,
  SlaPaused: [{ texts: ['pauses.words', 'pause.words'] }],
  SlaResumed: pauses,
  SlaMet: pauses,
  SlaBreached: pauses,
  SlaCorrected: pauses,
  ...none('SlaWarned'),
} as const satisfies Partial<PersonalTable<OwnEvent>>;

const moved = [{ texts: ['wishedLater', 'reason', 'told.by'] }] as const;

const planning = {
  VisitScheduled: [{ texts: ['wishedLater'] }],
  VisitRescheduled: moved,
  SupersededMoveRecorded: moved,
  VisitCancelled: called,
  DelayNotified: [{ texts: ['customerWishes', 'reason'] }],
  TechnicianArrived: wishes,
  NoShowRecorded: reason,
  CrewNoShowRecorded: reason,
  ...none(
    'TechnicianAdded',
    'TechnicianRemoved',
    'VisitPrepared',
    'PreparationCorrected',
    'TechnicianDeparted',
    'NoShowCorrected',
    'CrewNoShowCorrected',
  ),
} as const satisfies Partial<PersonalTable<OwnEvent>>;

const onSite = {
  CustomerAbsent: [{ texts: ['called'] }],
  FaultDescribed: [{ texts: ['words'] }],
  ConductIncidentRecorded: [{ texts: ['description', 'reportedBy'], files: ['photos'] }],
  ConsentGiven: [{ texts: ['by', 'phone.number', 'phone.relationship', 'customerWishes'] }],
  IntegrityInspected: [{ texts: ['note'], files: ['photos'] }],
  DiscrepancyAcknowledged: signed,
  ExternalCauseFound: signed,
  ChargeAcknowledged: signed,
  ProductTakenIn: [
    { texts: ['agreedBy', 'signature.name'], ...ofSignature },
    { texts: [], files: ['photos'] },
  ],
  ProductReturned: [{ texts: ['receivedBy', 'relationship', 'signature.name'], ...ofSignature }],
  WorkSuspended: wishes,
  WorkResumed: wishes,
  RepairCompleted: [{ texts: ['customerWishes'], files: ['photos'] }],
  ...none(
    'CustomerGreeted',
    'EntitlementChecked',
    'ExplanationGiven',
    'ExternalCauseWithdrawn',
    'WorkStarted',
    'LabourLogged',
    'LabourCorrected',
    'LabourWithdrawn',
    'PartConsumed',
    'PartCorrected',
    'PartWithdrawn',
    'PartUseExplained',
    'RepairCauseCorrected',
    'SiteCleaned',
  ),
} as const satisfies Partial<PersonalTable<OwnEvent>>;

const paper = {
  ServiceRecordSigned: [{ texts: ['signature.name', 'suggestions'], ...ofSignature }],
  SignatureRefused: reason,
  ChargeCollected: [{ texts: ['restAgreed'] }],
  ChargeWaived: reason,
  ChargeRefunded: reason,
  TechnicianLeft: wishes,
  ...none(
    'MoneyHandedOver',
    'HandOverCorrected',
    'MoneyDemandWithdrawn',
    'MoneyDemanded',
    'MoneyKept',
    'EarnersStated',
    'ExtraIncomeReckoned',
    'ReceiptIssued',
    'CustomerCopyHandedOver',
    'CardLeft',
    'FarewellMade',
    'ApologyMade',
    'VisitCompleted',
  ),
} as const satisfies Partial<PersonalTable<OwnEvent>>;

/** What each event of a ticket says of people; a type that is missing does not compile. */
export const ticketPersonal: PersonalTable<OwnEvent> = {
  ...call,
  ...clocks,
  ...planning,
  ...onSite,
  ...paper,
};
