import type { Ask } from '@app/kernel';
import type { Hours } from '../diary/diary.state.js';
import type { RepairCause } from '../ticket/ticket.values.js';
import type { AtVisit } from './at-visit.js';
import type { LabourSaid, PartSaid, PartUseExplained } from './correction.events.js';
import type { PreparationSaid } from './planning.events.js';

/** Which entry of the ticket is not right, and why; it is set right or, with `withdrawn`, taken out. */
interface OfEntry {
  entry: number;
  withdrawn?: boolean;
  reason: string;
}

export type CorrectLabour = Ask<
  'CorrectLabour',
  OfEntry & Partial<Omit<LabourSaid, 'hours'>>,
  /** The technician's hours on the days that the new span touches, on all tickets. */
  { logged: readonly Hours[] }
>;
export type CorrectPart = Ask<
  'CorrectPart',
  /** Of another material the serial number or lot has to be named anew. */
  OfEntry & Partial<PartSaid>,
  /** How many of the material the technician held when it was used, as though this entry had not been. */
  { inHand: number; expired?: readonly string[] }
>;
/** By a process, when what was used beyond what was in hand is covered by an issue that was recorded later. */
export type ExplainPartUse = Ask<'ExplainPartUse', Omit<PartUseExplained['data'], 'technician'>>;
export type CorrectPreparation = Ask<
  'CorrectPreparation',
  AtVisit<Partial<PreparationSaid> & { reason: string }>,
  { toolsInHand: readonly string[] }
>;

export type CorrectRepairCause = Ask<
  'CorrectRepairCause',
  AtVisit<{ cause: RepairCause; reason: string }>
>;

/** What is asked where something was written down wrongly. */
export type CorrectionCommand =
  CorrectLabour | CorrectPart | ExplainPartUse | CorrectPreparation | CorrectRepairCause;
