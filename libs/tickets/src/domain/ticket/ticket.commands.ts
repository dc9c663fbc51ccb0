import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import type { Ask, Command, DailySpan } from '@app/kernel';
import type { ClockCommand } from '../clocks/clock.commands.js';
import type { IntakeCommand, KnownSite, SlaTerms } from './intake.commands.js';
import type { KnownSignature } from '../visit/known-signature.js';
import type { CorrectionCommand } from '../visit/correction.commands.js';
import type { OnSiteCommand } from '../visit/on-site.commands.js';
import type { JudgeTools } from '../visit/tools.commands.js';
import type { JudgeWhereabouts } from '../visit/whereabouts.commands.js';
import type { PaperCommand } from '../visit/paper.commands.js';
import type { PlanningCommand, Received } from '../visit/planning.commands.js';
import type {
  Disposal,
  FollowUpChannel,
  IntakeSource,
  PaymentMethod,
  Signature,
  TicketOutcome,
  Told,
} from './ticket.values.js';

export type * from '../clocks/clock.commands.js';
export type * from './intake.commands.js';
export type * from '../visit/correction.commands.js';
export type * from '../visit/on-site.commands.js';
export type * from '../visit/paper.commands.js';
export type * from '../visit/planning.commands.js';
export type * from '../visit/tools.commands.js';
export type * from '../visit/whereabouts.commands.js';

/** What the caller of a command says. */
export type DataOf<C extends { data: unknown }> = C['data'];

export type OpenTicket = Ask<
  'OpenTicket',
  {
    ticket: string;
    source: IntakeSource;
    fault: string;
    /** False: no ordinary line fault (B2). Default: it is one. */
    lineFault?: boolean;
    customer?: string;
    site?: string;
    name?: string;
    phone?: string;
    address?: string;
    /** Undefined: not asked. Null: asked, and the caller knows of none. */
    landmark?: string | null;
    agreement?: string;
    deliveryPlace?: string;
    paymentMethod?: PaymentMethod;
    /** Of a customer who came in person (N12). */
    signature?: Signature;
  },
  { site?: KnownSite; defaultQuietHours: readonly DailySpan[]; sla: SlaTerms } & KnownSignature
>;
export type ReviewCustomerFile = Ask<
  'ReviewCustomerFile',
  {
    /** Undefined: the technician's own next visit; for the office, none. */
    visit?: number;
    notes?: string;
  }
>;
export type AnalyseFault = Ask<
  'AnalyseFault',
  { visit?: number; symptom: string; suspectedCause: string; parts: string[]; tools: string[] }
>;
export type ResolveTicket = Ask<
  'ResolveTicket',
  {
    summary: string;
    /** Undefined: the service is restored. */
    outcome?: TicketOutcome;
    /** Who of the customer's agreed; asked for where the product cannot be repaired. */
    agreedBy?: string;
    disposal?: Disposal;
    /** They want nobody back to work that was interrupted; default: they did not say so. */
    atCustomersWish?: boolean;
    /** That nobody comes back to it; undefined: nobody told them. */
    told?: Told;
  }
>;
export type CloseTicket = Ask<'CloseTicket', Record<string, never>>;
export type ReopenTicket = Ask<'ReopenTicket', { reason: string }, { sla: SlaTerms }>;
export type CancelTicket = Ask<
  'CancelTicket',
  {
    reason: string;
    /** The customer asked for it; default: they did not. */
    atCustomersWish?: boolean;
    /** Undefined: nobody told them, which is found where a visit was planned. */
    told?: Told;
  },
  Received
>;
export type FollowUp = Ask<
  'FollowUp',
  { channel: FollowUpChannel; sampled: boolean; satisfied: boolean; answer: string },
  { sla: SlaTerms }
>;
/** Of a process: of the share that is sampled. */
export type AskForFollowUp = Command<'AskForFollowUp', { percent: number }>;

export type { ReopenVerdict, ReviewFinding };

/** Everything that can be asked of a ticket. */
export type TicketCommand =
  | OpenTicket
  | IntakeCommand
  | ClockCommand
  | ReviewCustomerFile
  | AnalyseFault
  | ResolveTicket
  | CloseTicket
  | ReopenTicket
  | CancelTicket
  | FollowUp
  | AskForFollowUp
  | ReviewFinding
  | ReopenVerdict
  | PlanningCommand
  | JudgeTools
  | JudgeWhereabouts
  | OnSiteCommand
  | CorrectionCommand
  | PaperCommand;
