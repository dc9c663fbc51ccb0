import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { CalendarDate, CommandDto, fieldRule, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import type { ContractKind, Party } from '../domain/contract.values.js';
import type { Round } from '../domain/round.state.js';
import { PlanName, TermsDto } from './terms.dto.js';

const NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/;

/** A number that leaves room for those of its maintenance tickets. */
function ContractNumber(): PropertyDecorator {
  const says = {
    zh: '必须是 1 至 32 个字母、数字或连字符，且不以连字符开头',
    en: 'must be 1 to 32 letters, digits or hyphens, and not start with a hyphen',
  };
  return fieldRule(
    'contractNumber',
    (value) =>
      typeof value === 'string' && NUMBER.test(value)
        ? undefined
        : { code: 'not-a-contract-number', says },
    { pattern: NUMBER.source, example: 'HT-2026-JB' },
  );
}

/** A draft (B2, B3): nothing of it holds before both have signed. */
export class DraftContractDto extends CommandDto {
  @ContractNumber()
  contract!: string;

  /** A customer on file. */
  @Slug()
  customer!: string;

  /** `warranty`: of a system, from its final acceptance on. */
  @IsIn(['warranty', 'maintenance'])
  kind!: ContractKind;

  /** Sites that it is for; none: all of the customer's. */
  @IsArray()
  @ArrayMaxSize(200)
  @Slug({ each: true })
  sites!: string[];

  /** Ids of the systems and units that it is for; none: all at its sites. */
  @IsArray()
  @ArrayMaxSize(200)
  @Slug({ each: true })
  systems!: string[];

  /** The first day; of a warranty that of the final acceptance. */
  @CalendarDate()
  from!: string;

  /** The last day, included, ten years on at most. Default for a warranty: the same date two years on (B2). */
  @MayBeAbsent()
  @CalendarDate()
  until?: string;

  @Nested(() => TermsDto)
  terms!: TermsDto;
}

/** Other terms, before both have signed: what one has signed is signed anew. */
export class ReviseDraftDto extends CommandDto {
  @Nested(() => TermsDto)
  terms!: TermsDto;

  @Text({ max: 1000 })
  reason!: string;
}

/** One of the two signs. Refused under B3 while it says nothing of emergencies. */
export class SignContractDto extends CommandDto {
  @IsIn(['centre', 'customer'])
  party!: Party;

  /** Who signs for the customer; required there, and left out of the record elsewhere. */
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  by?: string;
}

/** Other terms hold from a date of the term on; whatever runs goes on by those of before. */
export class AmendContractDto extends CommandDto {
  @CalendarDate()
  from!: string;

  @Nested(() => TermsDto)
  terms!: TermsDto;

  /** Who agrees to it for the customer. */
  @Text({ max: 100, singleLine: true })
  by!: string;

  @Text({ max: 1000 })
  reason!: string;
}

/** It goes on from the day after its last one. */
export class RenewContractDto extends CommandDto {
  /** The new last day, included. */
  @CalendarDate()
  until!: string;

  /** Default: those that hold on the present last day. */
  @MayBeAbsent()
  @Nested(() => TermsDto)
  terms?: TermsDto;

  /** Who agrees to it for the customer. */
  @Text({ max: 100, singleLine: true })
  by!: string;
}

export class TerminateContractDto extends CommandDto {
  /** Its last day, within the term. */
  @CalendarDate()
  on!: string;

  @Text({ max: 1000 })
  reason!: string;
}

/** The owner's operators have changed (B2). */
export class AskForRetrainingDto extends CommandDto {
  /** Who has come or gone, without names. */
  @Text({ max: 500 })
  change!: string;
}

/** A round of a plan is agreed to be done on another day. */
export class MoveMaintenanceDto extends CommandDto {
  @PlanName()
  plan!: string;

  /** The date of it that the plan's rule names, whatever day it came to. */
  @CalendarDate()
  round!: string;

  @CalendarDate()
  day!: string;

  @Text({ max: 1000 })
  reason!: string;
}

class VersionBody {
  /** The first day on which they hold. */
  readonly from!: string;
  readonly terms!: TermsDto;
}

class RoundBody {
  readonly plan!: string;
  /** The date that the rule names. */
  readonly round!: string;
  readonly site!: string;
  /** The day on which it is to be done. */
  readonly day!: string;
  readonly opens!: string;
  readonly due!: string;
  readonly status!: Round['status'];
  /** The last of its tickets; absent before there is one. */
  readonly ticket?: string;
  readonly tickets!: number;
  readonly moved!: boolean;
  /** The day that passed without it; absent: none has. */
  readonly carriedOver?: string;
}

/** A contract, as it is shown. */
export class ContractBody extends OmitType(DraftContractDto, ['occurredAt', 'terms', 'until']) {
  readonly status!: 'drafted' | 'in-force' | 'ended';
  readonly until!: string;
  /** `until` is where it was ended before its time. */
  readonly terminated!: boolean;
  readonly signed!: Party[];
  /** Terms in the order in which they hold, each until the next. */
  readonly versions!: VersionBody[];
  readonly rounds!: RoundBody[];
  /** Since when rounds are planned; absent before the first were. */
  readonly plannedSince?: string;
  /** Year for whose working calendar the rest of the rounds waits; absent: none does. */
  readonly awaits?: string;
  /** When somebody last agreed on something. */
  readonly since!: string;
}
