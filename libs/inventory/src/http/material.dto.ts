import { OmitType } from '@nestjs/swagger';
import { IsIn, Max, Min } from 'class-validator';
import { CommandDto, Decimals, Integer, MayBeAbsent, Slug, Text } from '@app/http';
import type { LocationEntry } from '../domain/location/location.js';
import { TRACKED, type MaterialEntry, type Tracked } from '../domain/material/material.js';

/** All but how it is counted. */
export class ChangeMaterialDto extends CommandDto {
  @Text({ max: 200, singleLine: true })
  name!: string;

  /** Kind of material, by which lists and reports take them together. */
  @Slug()
  class!: string;

  /** At fewer than so many in a store it is low; default: it never is. */
  @MayBeAbsent()
  @Decimals(3)
  @Min(0)
  @Max(1_000_000)
  minimum?: number;

  /** Days from the order until it is here; default: unknown. */
  @MayBeAbsent()
  @Integer()
  @Min(0)
  @Max(3650)
  leadDays?: number;
}

/** What is kept under one number (R11). */
export class RegisterMaterialDto extends ChangeMaterialDto implements MaterialEntry {
  @Slug()
  sku!: string;

  /** In which it is counted: 只, 米. */
  @Text({ max: 20, singleLine: true })
  unit!: string;

  /** Decimal places of a quantity: 0 for what is counted in pieces. */
  @Integer()
  @Min(0)
  @Max(3)
  decimals!: number;

  /** Each piece has a serial number, or all of it comes in lots, which every movement names; default: it is counted alone. It is never changed. */
  @MayBeAbsent()
  @IsIn(TRACKED)
  tracked?: Tracked;
}

/** A material, as it is shown. */
export class MaterialBody extends OmitType(RegisterMaterialDto, ['occurredAt']) {
  readonly status!: 'registered';
  /** When it was registered or last changed. */
  readonly since!: string;
  /** When it was registered. */
  readonly begun!: string;
}

/** A store room or a van. */
export class RegisterLocationDto extends CommandDto implements LocationEntry {
  /** It does not begin with `hands-` in small letters or capitals, which stands for somebody's hands. */
  @Slug()
  location!: string;

  @Text({ max: 200, singleLine: true })
  name!: string;

  @IsIn(['store', 'van'])
  kind!: 'store' | 'van';
}

/** A location, as it is shown. */
export class LocationBody extends OmitType(RegisterLocationDto, ['occurredAt']) {
  readonly status!: 'registered';
}
