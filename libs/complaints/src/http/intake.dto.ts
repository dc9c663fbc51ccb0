import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { CommandDto, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import {
  complaintCauses,
  type Complainant,
  type ComplaintCause,
  type ComplaintChannel,
  type PointSaid,
} from '../domain/complaint.values.js';
import { CHANNELS, WORDS } from './channels.js';

/** One thing that is complained of. */
export class PointDto implements PointSaid {
  @IsIn(complaintCauses)
  about!: ComplaintCause;

  /** Employee id of whom it is said; default: of nobody in particular. */
  @MayBeAbsent()
  @Slug()
  employee?: string;
}

/** Who complains. */
export class ComplainantDto implements Complainant {
  @Text({ max: 100, singleLine: true })
  name!: string;

  @MayBeAbsent()
  @Text({ max: 40, singleLine: true })
  phone?: string;

  @MayBeAbsent()
  @Text({ max: 300, singleLine: true })
  address?: string;
}

/** A complaint comes in (R7); its id is chosen by whoever receives it, or made. */
export class ReceiveComplaintDto extends CommandDto {
  @Slug()
  complaint!: string;

  @IsIn(CHANNELS)
  channel!: Exclude<ComplaintChannel, 'follow-up'>;

  /** A letter or a message that says not whose it is (R6); default: somebody says who they are. */
  @MayBeAbsent()
  @IsBoolean()
  anonymous?: boolean;

  @MayBeAbsent()
  @Nested(() => ComplainantDto)
  complainant?: ComplainantDto;

  /** Customer id; default: whose the ticket is. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  ticket?: string;

  /** What they said, in their own words (N13); default: it is recorded by a step of its own. */
  @MayBeAbsent()
  @Text(WORDS)
  words?: string;

  /** What it comes to, point by point; with `words`. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @Nested(() => PointDto, { each: true })
  points?: PointDto[];
}

/** What the customer says, or adds, in their own words (N13). */
export class RecordComplaintDto extends CommandDto {
  @Text(WORDS)
  words!: string;

  /** Those that are new; the first time there is one at least. */
  @IsArray()
  @ArrayMaxSize(20)
  @Nested(() => PointDto, { each: true })
  points!: PointDto[];
}

export class ReopenComplaintDto extends CommandDto {
  /** Why the customer is not content, in their own words. */
  @Text(WORDS)
  words!: string;

  /** What they complain of besides; default: of nothing more. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Nested(() => PointDto, { each: true })
  points?: PointDto[];
}

export class JoinComplaintDto extends CommandDto {
  /** The complaint about the same thing, with which this one is investigated. */
  @Slug()
  to!: string;
}
