import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import type { Ask, Command, Instant } from '@app/kernel';
import type { WhoLeft } from '../hands/who-left.js';
import type { ToolCondition, ToolEntry } from './tool.events.js';

export type RegisterTool = Command<'RegisterTool', ToolEntry>;
/** Within its class it is that of no other tool; the one that was wrong is free again. */
export type CorrectToolSerial = Command<
  'CorrectToolSerial',
  { readonly serial: string; readonly reason: string }
>;
/** Into whose hands, for which ticket or, without one, as a standing issue, and until when. */
export type CheckOutTool = Ask<
  'CheckOutTool',
  { readonly employee: string; readonly ticket?: string; readonly due?: Instant },
  { readonly employee: 'active' }
>;
export type AcceptTool = Command<'AcceptTool', { readonly signature?: string }>;
export type DeclineTool = Command<'DeclineTool', { readonly reason: string }>;
/** From hand to hand: whoever has it says to whom it goes. */
export type TransferTool = Ask<
  'TransferTool',
  { readonly employee: string },
  { readonly employee: 'active' }
>;
export type ExtendToolLoan = Command<'ExtendToolLoan', { readonly due: Instant }>;
export type ReturnTool = Command<
  'ReturnTool',
  { readonly condition: ToolCondition; readonly remark?: string }
>;
export type ReportToolDamaged = Command<'ReportToolDamaged', { readonly what: string }>;
export type RecordToolRepaired = Command<'RecordToolRepaired', { readonly what: string }>;
export type RecordToolCalibrated = Command<
  'RecordToolCalibrated',
  { readonly certificate: string; readonly validUntil: Instant }
>;
export type ReportToolLost = Command<'ReportToolLost', { readonly circumstances: string }>;
export type RecordToolFound = Command<
  'RecordToolFound',
  { readonly where: string; readonly condition: ToolCondition }
>;
export type RetireTool = Command<'RetireTool', { readonly reason: string }>;
/** By a process, when a loan's time is over. */
export type FindToolOverdue = Command<'FindToolOverdue', { readonly due: Instant }>;
/** By a process, when somebody leaves who may have it, or when it goes to somebody who has left before. */
export type AskForTool = Command<'AskForTool', WhoLeft>;

/** It follows from the approval of a stocktake: it was not there, or is not lost after all (R16). */
export type AdjustTool = Command<
  'AdjustTool',
  { readonly stocktake: string; readonly what: 'missing' | 'found'; readonly countedAt: Instant }
>;

export type ToolCommand =
  | RegisterTool
  | CorrectToolSerial
  | CheckOutTool
  | AcceptTool
  | DeclineTool
  | TransferTool
  | ExtendToolLoan
  | ReturnTool
  | ReportToolDamaged
  | RecordToolRepaired
  | RecordToolCalibrated
  | ReportToolLost
  | RecordToolFound
  | RetireTool
  | FindToolOverdue
  | AskForTool
  | AdjustTool
  | ReviewFinding
  | ReopenVerdict;
