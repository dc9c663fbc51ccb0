import { findingEvents, type FindingEvent } from '@app/findings';
import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** A single tool with its serial number (R11). */
export interface ToolEntry {
  readonly tool: string;
  readonly name: string;
  /** What its maker engraved; of its class no other tool has it. */
  readonly serial: string;
  /** Kind of tool, by which lists and stocktakes take them together: `meter`. */
  readonly class: string;
  /** It measures, and is handed out only while a calibration holds; default: it is not. */
  readonly needsCalibration?: boolean;
}

export type ToolCondition = 'good' | 'damaged';

/** A tool, and the employee who has it, had it or is to have it. */
interface ToolOf {
  readonly tool: string;
  readonly employee: string;
}

export type ToolRegistered = DomainEvent<'ToolRegistered', ToolEntry>;
/** It had been misread; `was` is free for the tool that bears it. */
export type ToolSerialCorrected = DomainEvent<
  'ToolSerialCorrected',
  { readonly tool: string; readonly serial: string; readonly was: string; readonly reason: string }
>;
/** Stored picture of the receiver's signature, by its SHA-256; absent: it was under their own sign-in. */
interface MayBeSigned {
  readonly signature?: string;
}
/** What happened to a tool between two things that had been recorded. */
interface MayBeBetween {
  /** When the thing happened that had been recorded after it; where the tool is now stays as it is. Absent: nothing had. */
  readonly followedAt?: Instant;
}
/** It has left the store, and is in nobody's hands until the receiver accepts it (R12). */
export type ToolCheckedOut = DomainEvent<
  'ToolCheckedOut',
  ToolOf &
    MayBeBetween & {
      /** For which ticket; without one it is a standing issue. */
      readonly ticket?: string;
      /** Last instant at which it is back in time; a standing issue may lack it. */
      readonly due?: Instant;
      /** The calibration ends at that time, before the tool is due: told at the counter. */
      readonly calibrationEnds?: Instant;
    }
>;
export type ToolAccepted = DomainEvent<'ToolAccepted', ToolOf & MayBeSigned & MayBeBetween>;
/** The receiver did not take it, or `from`, who was handing it on, keeps it; without one it is in the store again. */
export type ToolDeclined = DomainEvent<
  'ToolDeclined',
  ToolOf & { readonly from?: string; readonly reason: string }
>;
/** `from` says that it goes to `employee`; it does once that one says so too. */
export type ToolOffered = DomainEvent<'ToolOffered', ToolOf & { readonly from: string }>;
export type ToolTransferred = DomainEvent<
  'ToolTransferred',
  ToolOf & MayBeSigned & { readonly from: string }
>;
export type ToolLoanExtended = DomainEvent<
  'ToolLoanExtended',
  ToolOf & MayBeBetween & { readonly due: Instant }
>;
export type ToolReturned = DomainEvent<
  'ToolReturned',
  ToolOf & MayBeBetween & { readonly condition: ToolCondition; readonly remark?: string }
>;
/** Whoever has it is named where somebody has. */
export type ToolDamaged = DomainEvent<
  'ToolDamaged',
  { readonly tool: string; readonly employee?: string; readonly what: string }
>;
export type ToolRepaired = DomainEvent<'ToolRepaired', { tool: string; what: string }>;
export type ToolCalibrated = DomainEvent<
  'ToolCalibrated',
  { tool: string; certificate: string; validUntil: Instant }
>;
/** Whoever had it is named where somebody had; it is in nobody's hands any more. */
export type ToolReportedLost = DomainEvent<
  'ToolReportedLost',
  { readonly tool: string; readonly employee?: string; readonly circumstances: string }
>;
/** It is back in the store. */
export type ToolFound = DomainEvent<
  'ToolFound',
  { tool: string; where: string; condition: ToolCondition }
>;
export type ToolRetired = DomainEvent<'ToolRetired', { tool: string; reason: string }>;
/** Whoever has it has left the department, and is asked for it. */
export type ToolAskedBack = DomainEvent<'ToolAskedBack', ToolOf>;

export type ToolDeed =
  | ToolRegistered
  | ToolSerialCorrected
  | ToolCheckedOut
  | ToolAccepted
  | ToolDeclined
  | ToolOffered
  | ToolTransferred
  | ToolLoanExtended
  | ToolReturned
  | ToolDamaged
  | ToolRepaired
  | ToolCalibrated
  | ToolReportedLost
  | ToolFound
  | ToolRetired
  | ToolAskedBack;
export type ToolEvent = ToolDeed | FindingEvent;

const tool = 'TOOL-1';
const ofLiWei = { tool, employee: 'li-wei' };

export const toolEvents = {
  ...eventTable<ToolDeed>(
    {
      ToolRegistered: {
        tool,
        name: '万用表',
        serial: 'FLK-87-0042',
        class: 'meter',
        needsCalibration: true,
      },
      ToolSerialCorrected: {
        ...{ tool, serial: 'FLK-87-0042', was: 'FLK-87-0024' },
        reason: '抄写颠倒',
      },
      ToolCheckedOut: {
        ...ofLiWei,
        ticket: 'T-2026-0001',
        due: '2026-03-06T09:00:00.000Z',
        calibrationEnds: '2026-03-05T16:00:00.000Z',
      },
      ToolAccepted: { ...ofLiWei, signature: '0'.repeat(64) },
      ToolDeclined: { ...ofLiWei, from: 'wang-fang', reason: '表笔缺失' },
      ToolOffered: { ...ofLiWei, from: 'wang-fang' },
      ToolTransferred: { ...ofLiWei, from: 'wang-fang', signature: '0'.repeat(64) },
      ToolLoanExtended: { ...ofLiWei, due: '2026-03-09T09:00:00.000Z' },
      ToolReturned: { ...ofLiWei, condition: 'damaged', remark: '表盘裂纹' },
      ToolDamaged: { ...ofLiWei, what: '表盘裂纹' },
      ToolRepaired: { tool, what: '更换表盘' },
      ToolCalibrated: { tool, certificate: 'CAL-2026-17', validUntil: '2026-09-01T16:00:00.000Z' },
      ToolReportedLost: { ...ofLiWei, circumstances: '遗落在工地' },
      ToolFound: { tool, where: '三号楼配电间', condition: 'good' },
      ToolRetired: { tool, reason: '无法修复' },
      ToolAskedBack: ofLiWei,
    },
    none(
      'ToolRegistered',
      'ToolSerialCorrected',
      'ToolCheckedOut',
      'ToolAccepted',
      'ToolDeclined',
      'ToolOffered',
      'ToolTransferred',
      'ToolLoanExtended',
      'ToolReturned',
      'ToolDamaged',
      'ToolRepaired',
      'ToolCalibrated',
      'ToolReportedLost',
      'ToolFound',
      'ToolRetired',
      'ToolAskedBack',
    ),
  ),
  ...findingEvents(),
};
