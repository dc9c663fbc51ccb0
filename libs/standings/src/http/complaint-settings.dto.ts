import { Amount, Nested } from '@app/http';
import { Count } from './count.js';

/** What may be granted on one complaint in money, by the role of whoever grants it (R2). */
export class AuthorityDto {
  @Amount()
  office!: string;

  @Amount()
  supervisor!: string;

  @Amount()
  generalManager!: string;
}

/** Of complaints (R6, R7, R9). */
export class ComplaintSettingsDto {
  /** Minutes from the receipt, around the clock, within which the customer is apologised to. */
  @Count(1, 10_080)
  acknowledgeWithin!: number;

  /** Working days after that of the receipt, at the end of which the customer has been answered. */
  @Count(1, 100)
  answerWithin!: number;

  /** Per cent of either after which a warning is given. */
  @Count(1, 99)
  warnPercent!: number;

  /** How often a customer is tried to be reached before a complaint may end without an answer. */
  @Count(1, 100)
  attempts!: number;

  @Nested(() => AuthorityDto)
  authority!: AuthorityDto;
}
