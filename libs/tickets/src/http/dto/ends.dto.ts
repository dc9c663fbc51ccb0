import { IsBoolean, IsIn } from 'class-validator';
import { CommandDto, MayBeAbsent, Nested, Text } from '@app/http';
import type { CancelTicket, DataOf, ResolveTicket } from '../../domain/ticket/ticket.commands.js';
import type { Disposal, TicketOutcome } from '../../domain/ticket/ticket.values.js';
import { ToldDto } from './planning.dto.js';

const OUTCOMES: readonly TicketOutcome[] = [
  'restored',
  'declined',
  'unrepairable',
  'not-signed',
  'no-access',
  'refused-service',
];
const DISPOSALS: readonly Disposal[] = ['scrapped', 'replaced'];

export class ResolveTicketDto extends CommandDto implements DataOf<ResolveTicket> {
  @Text({ max: 2000 })
  summary!: string;

  /**
   * How it ends; default: `restored`, the service is back. `declined`: the customer no longer wants
   * it; `unrepairable`: it is scrapped or replaced with the customer's agreement; `not-signed`: they
   * sign neither discrepancy nor quote; `no-access`: nobody was there twice in a row;
   * `refused-service`: they let nobody begin.
   */
  @MayBeAbsent()
  @IsIn(OUTCOMES)
  outcome?: TicketOutcome;

  /** Who of the customer's agreed; required where the product is `unrepairable`. */
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  agreedBy?: string;

  /** What becomes of a product that is `unrepairable`; required there, refused elsewhere. */
  @MayBeAbsent()
  @IsIn(DISPOSALS)
  disposal?: Disposal;

  /**
   * They want nobody back to work that was interrupted. Default: as they said by declining, or by who
   * agreed; else they are told before the hour agreed for going on, with an apology (V7).
   */
  @MayBeAbsent()
  @IsBoolean()
  atCustomersWish?: boolean;

  /** How they learned that nobody comes back to it. Default: nobody told them, which is found unless they wished it. */
  @MayBeAbsent()
  @Nested(() => ToldDto)
  told?: ToldDto;
}

export class CancelTicketDto extends CommandDto implements DataOf<CancelTicket> {
  @Text({ max: 1000 })
  reason!: string;

  /** The customer asked for it. Default: they did not, so of each visit that was planned they are told before its window begins, with an apology (V7). */
  @MayBeAbsent()
  @IsBoolean()
  atCustomersWish?: boolean;

  /** Default: nobody told the customer, which is found of each visit that was planned, unless they asked for it. */
  @MayBeAbsent()
  @Nested(() => ToldDto)
  told?: ToldDto;
}
