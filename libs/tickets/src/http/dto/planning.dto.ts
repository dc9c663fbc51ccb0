import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Max, Min } from 'class-validator';
import { CommandDto, InstantText, Slug, Text, MayBeAbsent, Nested, Integer } from '@app/http';
import type {
  AddTechnician,
  CancelVisit,
  DataOf,
  NotifyDelay,
  PrepareVisit,
  RecordArrival,
  RecordNoShow,
  RemoveTechnician,
  RescheduleVisit,
  ScheduleVisit,
} from '../../domain/ticket/ticket.commands.js';
import type { Told } from '../../domain/ticket/ticket.values.js';
import { SpanDto, VisitReasonDto, VisitStepDto } from './values.dto.js';

const CHANNELS: readonly Told['channel'][] = ['phone', 'message', 'in-person'];

/** How the customer was told that an appointment is changed or called off (V7). */
export class ToldDto implements Told {
  @IsIn(CHANNELS)
  channel!: Told['channel'];

  /** When they were told, with a zone. */
  @InstantText()
  at!: string;

  /** Who told them; the customer themself, where the change came from there, which `atCustomersWish` says. */
  @Text({ max: 100, singleLine: true })
  by!: string;

  @IsBoolean()
  apologised!: boolean;
}

/** Who is to come, and when (V19). The visit gets the next number of the ticket. */
export class ScheduleVisitDto extends CommandDto implements DataOf<ScheduleVisit> {
  /** The employee who is to make the visit. */
  @Slug()
  technician!: string;

  /** The technician arrives within this span. */
  @Nested(() => SpanDto)
  window!: SpanDto;

  /** The customer asked for this time although it lies in their rest or meal hours. */
  @IsBoolean()
  atCustomersWish!: boolean;

  /**
   * The customer's own words, where it is they who want nobody before this window, or keep to their rest
   * hours though asked: the clocks stand still until it begins (B2). Default: the clocks run on.
   */
  @MayBeAbsent()
  @Text({ max: 500 })
  wishedLater?: string;
}

export class RescheduleVisitDto extends VisitReasonDto implements DataOf<RescheduleVisit> {
  /** Default: the technician stays. */
  @MayBeAbsent()
  @Slug()
  technician?: string;

  @Nested(() => SpanDto)
  window!: SpanDto;

  /**
   * The customer themself asked for the change: they need not be told of it, are owed no apology, and the new
   * window may lie in their rest or meal hours. Where it is false the change is the house's: it is told before
   * the window begins, with an apology, and each lapse is found of whoever decided it (V7).
   */
  @IsBoolean()
  atCustomersWish!: boolean;

  /**
   * The customer's own words, where it is they who want nobody before this window, or keep to their rest
   * hours though asked: the clocks stand still until it begins (B2). Default: the clocks run on. Whose the change
   * is, `atCustomersWish` alone says.
   */
  @MayBeAbsent()
  @Text({ max: 500 })
  wishedLater?: string;

  /** Default: nobody told the customer, which is found unless they asked for the change. */
  @MayBeAbsent()
  @Nested(() => ToldDto)
  told?: ToldDto;
}

export class CancelVisitDto extends VisitReasonDto implements DataOf<CancelVisit> {
  /** The customer asked for it. Default: they did not, so they are told before the window begins, with an apology (V7). */
  @MayBeAbsent()
  @IsBoolean()
  atCustomersWish?: boolean;

  /** Default: nobody told the customer, which is found unless they asked for it. */
  @MayBeAbsent()
  @Nested(() => ToldDto)
  told?: ToldDto;
}

/** One more who comes along (R10). */
export class AddTechnicianDto extends VisitStepDto implements DataOf<AddTechnician> {
  @Slug()
  technician!: string;
}

/** Somebody does not come along, or no longer. */
export class RemoveTechnicianDto extends VisitReasonDto implements DataOf<RemoveTechnician> {
  @Slug()
  technician!: string;
}

export class PartListDto {
  @Slug()
  sku!: string;

  @Integer()
  @Min(1)
  @Max(10_000)
  quantity!: number;
}

/** What the technician goes out with (V3, V4, V5). */
export class PrepareVisitDto extends VisitStepDto implements DataOf<PrepareVisit> {
  @IsBoolean()
  badge!: boolean;

  @IsBoolean()
  uniform!: boolean;

  /** Tools taken along; each must be checked out to the technician. */
  @IsArray()
  @ArrayMaxSize(100)
  @Slug({ each: true })
  tools!: string[];

  /** Parts taken along. */
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => PartListDto, { each: true })
  parts!: PartListDto[];
}

export class DepartDto extends VisitStepDto {}

/** The call to the customer that it will be later (V7). */
export class NotifyDelayDto extends VisitReasonDto implements DataOf<NotifyDelay> {
  @IsBoolean()
  apologised!: boolean;

  /** Later than promised, and on the same day. */
  @InstantText()
  newArrival!: string;

  /** The customer's own words, where they want it although it lies in their rest or meal hours. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;
}

export class RecordArrivalDto extends VisitStepDto implements DataOf<RecordArrival> {
  /** Before the agreed window, the customer was asked and agreed; default: not asked, which is found. */
  @MayBeAbsent()
  @IsBoolean()
  agreedEarlier?: boolean;

  /** The customer's own words, where they want it although they rest or eat then; default: they do not, which is found. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;
}

export class RecordNoShowDto extends VisitStepDto implements DataOf<RecordNoShow> {
  /**
   * Employee id of who of those who were to make the visit did not come, though others did; it is found of them
   * alone. Default: nobody came by the hour that the customer had been told (V7).
   */
  @MayBeAbsent()
  @Slug()
  technician?: string;

  @MayBeAbsent()
  @Text({ max: 1000 })
  reason?: string;
}
