import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Flag, MayBeAbsent, PageQuery, SeveralOf, Slug, Text, type Filter } from '@app/http';
import type { TicketStatus } from './ticket-board.row.js';

export type BoardOrder = 'newest' | 'due';

/** Which tickets of the board, and in which order. Conditions hold all at once. */
export class TicketBoardParams extends PageQuery {
  /** Ticket states; default: every state. */
  @SeveralOf(['open', 'resolved', 'closed', 'cancelled'])
  status?: TicketStatus[];

  /** Employee id of a technician with a visit that was not cancelled. */
  @MayBeAbsent()
  @Slug()
  technician?: string;

  /** Id of a customer on file. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  /** `true`: a deadline has passed and is not met (B2); `false`: none has. */
  @Flag()
  overdue?: boolean;

  /** `true`: a clock was not met in time, by what is known now (B2); `false`: none. */
  @Flag()
  breached?: boolean;

  /** `true`: a clock can still be met, and most of its time is used up; `false`: none. */
  @Flag()
  atRisk?: boolean;

  /** `true`: open, and somebody who has left is to come for a visit: another is to be found; `false`: the others. */
  @Flag()
  awaitsLeaver?: boolean;

  /** `true`: the customer is to be asked how it went, and has not been (R6); `false`: the others. */
  @Flag()
  awaitsFollowUp?: boolean;

  /** Words in name, address, fault, ticket id or phone number; all of them must occur. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;

  /** `newest`: latest opened first; `due`: least time left first, clocks without an end last. Default `newest`. */
  @ApiProperty({ required: false, enum: ['newest', 'due'] })
  @MayBeAbsent()
  @IsIn(['newest', 'due'])
  sort?: BoardOrder;
}

/** The parameters without those of the page. */
export type BoardFilter = Filter<TicketBoardParams>;
