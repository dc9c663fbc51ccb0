import { CommandDto, MayBeAbsent, MayBeNull, Text } from '@app/http';

/** Who calls and from where (N12); what is left out comes from the customer's file, or stays as it was. */
export class CallerDto extends CommandDto {
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  name?: string;

  @MayBeAbsent()
  @Text({ max: 40, singleLine: true })
  phone?: string;

  @MayBeAbsent()
  @Text({ max: 300, singleLine: true })
  address?: string;

  /** A building or sign near the address; null when the caller was asked and knows of none. */
  @MayBeAbsent()
  @MayBeNull()
  @Text({ max: 200, singleLine: true })
  landmark?: string | null;
}
