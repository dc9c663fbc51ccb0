import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { CommandDto, MayBeAbsent, Phone, Slug, Text } from '@app/http';
import type { Contact, ContactRole, Salutation } from '../domain/customer.events.js';
import { LanguageTag, SALUTATIONS } from './customer.fields.js';

const ROLES: readonly ContactRole[] = ['contact', 'responsible-person', 'operator', 'payer'];

/** Somebody of the customer's who is to be asked for. */
export class ContactDto extends CommandDto implements Contact {
  @Slug()
  contact!: string;

  @Text({ max: 100, singleLine: true })
  name!: string;

  /** What they are for the customer: to be called, in charge (V26), at the system (B2), or paying. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: ContactRole[];

  /** 先生, 女士, 老板, 经理 (N10). */
  @MayBeAbsent()
  @IsIn(SALUTATIONS)
  salutation?: Salutation;

  @MayBeAbsent()
  @Phone()
  phone?: string;

  /** The one site that they are for; default: all of them. */
  @MayBeAbsent()
  @Slug()
  site?: string;

  /** What they speak, the preferred language first. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @LanguageTag({ each: true })
  languages?: string[];
}

export class RemoveContactDto extends CommandDto {
  @Slug()
  contact!: string;
}

/** A contact, as it is shown. */
export class ContactBody extends OmitType(ContactDto, ['occurredAt']) {}
