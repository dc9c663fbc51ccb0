import { ArrayMaxSize, IsArray, IsBoolean, Max, Min } from 'class-validator';
import { CommandDto, InstantText, Slug, Text, MayBeAbsent, Nested, Integer } from '@app/http';
import type {
  CancelVisit,
  DataOf,
  NotifyDelay,
  PrepareVisit,
  RecordNoShow,
  RescheduleVisit,
  ScheduleVisit,
} from '../../domain/ticket/ticket.commands.js';
import { SpanDto, VisitReasonDto, VisitStepDto } from './values.dto.js';

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
}

export class RescheduleVisitDto extends VisitReasonDto implements DataOf<RescheduleVisit> {
  /** Default: the technician stays. */
  @MayBeAbsent()
  @Slug()
  technician?: string;

  @Nested(() => SpanDto)
  window!: SpanDto;

  @IsBoolean()
  atCustomersWish!: boolean;
}

export class CancelVisitDto extends VisitReasonDto implements DataOf<CancelVisit> {}

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

  @InstantText()
  newArrival!: string;
}

export class RecordArrivalDto extends VisitStepDto {}

export class RecordNoShowDto extends VisitStepDto implements DataOf<RecordNoShow> {
  @MayBeAbsent()
  @Text({ max: 1000 })
  reason?: string;
}
