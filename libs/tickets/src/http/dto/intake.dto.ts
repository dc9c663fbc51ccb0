import { CommandDto, MayBeAbsent, Slug, Text } from '@app/http';
import type {
  CorrectIntake,
  DataOf,
  LinkCustomer,
  RaiseToEmergency,
} from '../../domain/ticket/ticket.commands.js';
import { CallerDto } from './caller.dto.js';

/** What is said of the caller anew. */
class CallerAnewDto extends CallerDto {
  /** Why the ticket said something else. */
  @Text({ max: 1000 })
  reason!: string;
}

/** What the call was put down as, set right (N12). */
export class CorrectIntakeDto extends CallerAnewDto implements DataOf<CorrectIntake> {
  /** What the caller says is wrong, in their words. */
  @MayBeAbsent()
  @Text({ max: 2000 })
  fault?: string;
}

/** The customer on file whose ticket it turns out to be, or another of their sites (N12). */
export class LinkCustomerDto extends CallerAnewDto implements DataOf<LinkCustomer> {
  @Slug()
  customer!: string;

  /** One of the customer's sites; its name, phone, address and landmark hold where the command says none. */
  @MayBeAbsent()
  @Slug()
  site?: string;
}

/** The ticket is an emergency after all: somebody is called at once, and visits know no rest hours (B3, V19). */
export class RaiseToEmergencyDto extends CommandDto implements DataOf<RaiseToEmergency> {
  @Text({ max: 1000 })
  reason!: string;
}
