import { OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import {
  AsPrinted,
  CommandDto,
  ContentHash,
  InstantText,
  MayBeAbsent,
  Slug,
  Text,
} from '@app/http';
import type { ToolCondition, ToolEntry } from '../domain/tool/tool.events.js';

const CONDITIONS: readonly ToolCondition[] = ['good', 'damaged'];

/** One serialised tool (R11). */
export class RegisterToolDto extends CommandDto implements ToolEntry {
  @Slug()
  tool!: string;

  @Text({ max: 200, singleLine: true })
  name!: string;

  /** What its maker engraved; of its class no other tool has it, in whatever letters it is written. */
  @AsPrinted()
  @Text({ max: 100, singleLine: true })
  serial!: string;

  /** Kind of tool, by which lists and stocktakes take them together: `meter`. */
  @Slug()
  class!: string;

  /** It measures, and is handed out only while a calibration holds; default: it is not. */
  @MayBeAbsent()
  @IsBoolean()
  needsCalibration?: boolean;
}

/** The serial number was misread, or mistyped; the old one is free for the tool that bears it (R11). */
export class CorrectToolSerialDto extends CommandDto {
  @AsPrinted()
  @Text({ max: 100, singleLine: true })
  serial!: string;

  @Text({ max: 500 })
  reason!: string;
}

/** A tool leaves the store, and is on its way until the receiver accepts it (R12). */
export class CheckOutToolDto extends CommandDto {
  /** Into whose hands. */
  @Slug()
  employee!: string;

  /** For which ticket; default: a standing issue. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;

  /** Until when; required for a ticket. Not back by then is a finding. */
  @MayBeAbsent()
  @InstantText()
  due?: string;
}

/** By the receiver, under their own sign-in or with their signature: they have it. */
export class AcceptToolDto extends CommandDto {
  /** Entered by the stores, or in the receiver's place: the stored picture of their signature, the hash that `POST /files` answered. */
  @MayBeAbsent()
  @ContentHash()
  signature?: string;
}

export class DeclineToolDto extends CommandDto {
  @Text({ max: 500 })
  reason!: string;
}

/** From hand to hand: the holder says so here, and the receiver by accepting it. */
export class TransferToolDto extends CommandDto {
  /** Into whose hands. */
  @Slug()
  employee!: string;
}

export class ExtendToolLoanDto extends CommandDto {
  /** Later than it was due before. */
  @InstantText()
  due!: string;
}

export class ReturnToolDto extends CommandDto {
  @IsIn(CONDITIONS)
  condition!: ToolCondition;

  @MayBeAbsent()
  @Text({ max: 500 })
  remark?: string;
}

export class ReportToolDamagedDto extends CommandDto {
  @Text({ max: 500 })
  what!: string;
}

export class RecordToolRepairedDto extends CommandDto {
  @Text({ max: 500 })
  what!: string;
}

export class RecordToolCalibratedDto extends CommandDto {
  /** Number of the certificate. */
  @AsPrinted()
  @Text({ max: 100, singleLine: true })
  certificate!: string;

  /** Last instant of it. */
  @InstantText()
  validUntil!: string;
}

export class ReportToolLostDto extends CommandDto {
  @Text({ max: 500 })
  circumstances!: string;
}

export class RecordToolFoundDto extends CommandDto {
  @Text({ max: 200, singleLine: true })
  where!: string;

  @IsIn(CONDITIONS)
  condition!: ToolCondition;
}

export class RetireToolDto extends CommandDto {
  @Text({ max: 500 })
  reason!: string;
}

/** A tool, as it is shown. */
export class ToolBody extends OmitType(RegisterToolDto, ['occurredAt']) {
  readonly status!: 'store' | 'on-its-way' | 'in-hand' | 'lost' | 'retired';
  readonly condition!: ToolCondition;
  /** Last instant of the calibration that lasts longest. */
  readonly calibratedUntil?: string;
  /** The employee who has it. */
  readonly holder?: string;
  /** The employee to whom it is on its way, or is handed on, and who has not accepted it. */
  readonly receiver?: string;
  readonly ticket?: string;
  readonly due?: string;
  /** It did not come back in time. */
  readonly overdue?: true;
  /** When it was registered or last changed hands. */
  readonly since!: string;
}
