import { CommandDto, MayBeAbsent, MayBeNull, Slug, Text } from '@app/http';
import type { CorrectIntake, DataOf, LinkCustomer } from '../../domain/ticket/ticket.commands.js';

/** What may be said of the caller anew; what is left out stays as it is, or comes from the site's file. */
class CallerDto extends CommandDto {
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

  /** Why the ticket said something else. */
  @Text({ max: 1000 })
  reason!: string;
}

/** What the call was put down as, set right (N12). */
export class CorrectIntakeDto extends CallerDto implements DataOf<CorrectIntake> {
  /** What the caller says is wrong, in their words. */
  @MayBeAbsent()
  @Text({ max: 2000 })
  fault?: string;
}

/** The customer on file whose ticket it turns out to be, or another of their sites (N12). */
export class LinkCustomerDto extends CallerDto implements DataOf<LinkCustomer> {
  @Slug()
  customer!: string;

  /** One of the customer's sites; its name, phone, address and landmark hold where the command says none. */
  @MayBeAbsent()
  @Slug()
  site?: string;
}
