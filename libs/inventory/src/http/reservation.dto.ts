import { IsIn } from 'class-validator';
import { InstantText, MayBeAbsent, Slug, Text } from '@app/http';
import type { Priority } from '../domain/stock/reservation.events.js';
import { OfSlipDto, PaperDto } from './stock.dto.js';

/** Spares are kept for the owner of a system that is served, in warranty or after it (B2). */
export class ReserveMaterialDto extends PaperDto {
  /** Id of the customer on file. */
  @Slug()
  customer!: string;

  /** The registered document or barcode of the system, its id in a contract in force, or that contract's number. */
  @Slug()
  system!: string;

  /** For this ticket alone; default: for any of the customer's. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;

  /** Who is served first; within each, whoever came first. Default: `urgent` where a contract in force puts the system first, else `ordinary`. */
  @MayBeAbsent()
  @IsIn(['urgent', 'ordinary'])
  priority?: Priority;

  /** From then on it holds no more. */
  @InstantText()
  until!: string;
}

/** Nothing is kept any more. */
export class ReleaseReservationDto extends OfSlipDto {
  @Text({ max: 500 })
  reason!: string;
}
