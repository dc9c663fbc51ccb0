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
