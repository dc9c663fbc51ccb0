import type { Instant } from '@app/kernel';
import { only, type Recorded } from '@app/processes';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import { districtOf } from '../domain/district.js';

const HANDLED = [
  'TicketOpened',
  'IntakeCorrected',
  'CustomerLinked',
  'VisitScheduled',
  'VisitRescheduled',
  'VisitCancelled',
  'VisitCompleted',
  'CustomerAbsent',
  'NoShowRecorded',
  'TechnicianAdded',
  'TechnicianRemoved',
  'MoneyDemanded',
  'MoneyDemandWithdrawn',
  'SlaWarned',
  'SlaBreached',
  'SlaCorrected',
  'TicketResolved',
  'TicketReopened',
  'TicketClosed',
  'TicketCancelled',
] as const;

/** What of a ticket is told, or says whom to tell. */
export type OfTicket = Extract<TicketEvent, { type: (typeof HANDLED)[number] }>;

export const ofTicket = only(ticketEventTypes, HANDLED);

/** What of a ticket is in its notices, and who has to see to it. */
export interface Told {
  readonly district?: string;
  /** The windows of its visits, by number, for those who come along later. */
  readonly windows: Readonly<Record<number, { readonly from: Instant; readonly until: Instant }>>;
  /** Who planned its visits last; until somebody has, who took the call. Absent: it is not known. */
  readonly planner?: string;
  /** Who is to make each visit that is not over, by its number; absent in what was kept before it was asked. */
  readonly technicians?: Readonly<Record<number, string>>;
}

type Of<Type> = Extract<Recorded<OfTicket>, { readonly type: Type }>;
type Change<Type> = (told: Told, event: Of<Type>) => Told | undefined;

/** The address names the district; without one of its own it names none. */
function located(told: Told, address: string | undefined): Told {
  if (address === undefined) return told;
  const { district: _, ...rest } = told;
  const district = districtOf(address);
  return { ...rest, ...(district !== undefined && { district }) };
}

function planned(told: Told, { data, actor }: Of<'VisitScheduled' | 'VisitRescheduled'>): Told {
  return {
    ...told,
    windows: { ...told.windows, [data.visit]: data.window },
    planner: actor.onBehalfOf ?? actor.id,
    technicians: { ...told.technicians, [data.visit]: data.technician },
  };
}

function visitOver(
  told: Told,
  { data }: Of<'VisitCancelled' | 'VisitCompleted' | 'CustomerAbsent' | 'NoShowRecorded'>,
): Told {
  const { [data.visit]: _, ...technicians } = told.technicians ?? {};
  return { ...told, technicians };
}

const changes: { readonly [Type in OfTicket['type']]?: Change<Type> } = {
  TicketOpened: (told, { data, actor }) => ({
    ...located(told, data.address),
    planner: actor.onBehalfOf ?? actor.id,
  }),
  IntakeCorrected: (told, { data }) => located(told, data.address),
  CustomerLinked: (told, { data }) => located(told, data.address),
  VisitScheduled: planned,
  VisitRescheduled: planned,
  VisitCancelled: visitOver,
  VisitCompleted: visitOver,
  CustomerAbsent: (told, event) =>
    event.data.technician === undefined ? visitOver(told, event) : told,
  NoShowRecorded: visitOver,
  TicketResolved: (told) => ({ ...told, technicians: {} }),
  TicketReopened: (told, { actor }) => ({
    ...told,
    planner: told.planner ?? actor.onBehalfOf ?? actor.id,
  }),
  TicketClosed: () => undefined,
  TicketCancelled: () => undefined,
};

/** What is known of the ticket after one more event; undefined once it has ended. */
export function toldAfter(told: Told, event: Recorded<OfTicket>): Told | undefined {
  const change = changes[event.type] as Change<OfTicket['type']> | undefined;
  return change ? change(told, event) : told;
}
