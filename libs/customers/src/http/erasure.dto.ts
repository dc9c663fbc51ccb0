import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import { CalendarDate, CommandDto, MayBeAbsent, Slug, Text } from '@app/http';

export class HoldErasureDto extends CommandDto {
  /** Which law asks for the data, and for what. */
  @Text({ max: 300, singleLine: true })
  basis!: string;

  /** The last day of it, included; one that has passed ends an earlier hold. */
  @CalendarDate()
  until!: string;
}

export class ErasePersonDto extends CommandDto {
  /** Why, and by whose request; it stays, so it names nobody. */
  @Text({ max: 300, singleLine: true })
  reason!: string;

  /** Numbers of the papers of sales to them, whose buyers are in the books by name; default: none. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Slug({ each: true })
  sales: string[] = [];
}

/** What is to be erased. */
export class ErasingBody extends OmitType(ErasePersonDto, ['occurredAt']) {
  /** Ids of their other files, which are erased with this one. */
  readonly files!: string[];
  /** Id of the file whose erasure was asked for; absent: it is this one. */
  readonly with?: string;
}

/** What went on for whoever was to be erased, so that they were not; of another file that was to go with it nothing. */
export class NotErasedBody {
  /** Ids of tickets of theirs. */
  readonly tickets!: string[];
  /** Ids of complaints of theirs, and about their tickets. */
  readonly complaints!: string[];
  /** Ids of contracts of theirs that are in force. */
  readonly contracts!: string[];
  /** Ids of their other files, where those are not the ones that were to be erased; else none. */
  readonly files!: string[];
}
