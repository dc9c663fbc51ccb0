import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Max, Min } from 'class-validator';
import { ContentHash, InstantText, Integer, Slug, Text, MayBeAbsent, Nested } from '@app/http';
import type {
  AcknowledgeCharge,
  AcknowledgeDiscrepancy,
  AskAboutFault,
  DataOf,
  FindExternalCause,
  GiveExplanation,
  GreetCustomer,
  InspectIntegrity,
  RecordConsent,
  RecordCustomerAbsent,
  ReportConductIncident,
  WithdrawExternalCause,
} from '../../domain/ticket/ticket.commands.js';
import type {
  ConductKind,
  ExplanationSubject,
  PhoneCall,
} from '../../domain/ticket/ticket.values.js';
import {
  QuoteDto,
  SignatureDto,
  SignedStepDto,
  VisitReasonDto,
  VisitStepDto,
} from './values.dto.js';

const CONDUCT: readonly ConductKind[] = [
  'gift-taken',
  'belongings-touched',
  'gossip',
  'damage',
  'moved-about',
  'rooms-disrespected',
  'things-forgotten',
  'knocked-over',
  'rudeness',
];
const SUBJECTS: readonly ExplanationSubject[] = [
  'discrepancy',
  'fee',
  'cause',
  'usage',
  'question',
];

/** Nobody was there when the technician came. */
export class RecordCustomerAbsentDto extends VisitStepDto implements DataOf<RecordCustomerAbsent> {
  /** How long the technician waited. */
  @Integer()
  @Min(0)
  @Max(1440)
  waitedMinutes!: number;

  /** How the customer was called meanwhile, and with what answer. */
  @Text({ max: 500 })
  called!: string;

  /** A note was left that somebody had come. */
  @IsBoolean()
  noteLeft!: boolean;
}

export class GreetCustomerDto extends VisitStepDto implements DataOf<GreetCustomer> {
  @IsBoolean()
  introduced!: boolean;

  @IsBoolean()
  credentialsShown!: boolean;
}

/** What the customer says of the fault, asked on site (V11). */
export class AskAboutFaultDto extends VisitStepDto implements DataOf<AskAboutFault> {
  /** In the customer's own words. */
  @Text({ max: 2000 })
  words!: string;
}

/** What V9, V10 and V20 forbid, by whoever saw it. */
export class ReportConductIncidentDto
  extends VisitStepDto
  implements DataOf<ReportConductIncident>
{
  @IsIn(CONDUCT)
  kind!: ConductKind;

  /** Whose conduct it was: somebody who is or was on the visit; default: the technician responsible for it. */
  @MayBeAbsent()
  @Slug()
  technician?: string;

  @Text({ max: 2000 })
  description!: string;

  /** Who saw it: the customer, a colleague, or the technician. */
  @Text({ max: 100, singleLine: true })
  reportedBy!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  photos!: string[];
}

/** A contact who agrees by phone. */
export class PhoneCallDto implements PhoneCall {
  @Text({ max: 50, singleLine: true })
  number!: string;

  /** What they are to the customer. */
  @Text({ max: 100, singleLine: true })
  relationship!: string;

  /** When they were called, with a zone. */
  @InstantText()
  calledAt!: string;
}

export class RecordConsentDto extends VisitStepDto implements DataOf<RecordConsent> {
  /** Who agreed to the work. */
  @Text({ max: 100, singleLine: true })
  by!: string;

  /** The contact was called; default: they agreed on site. */
  @MayBeAbsent()
  @Nested(() => PhoneCallDto)
  phone?: PhoneCallDto;

  /** The customer's own words, where they agree to be served in their rest or meal hours. */
  @MayBeAbsent()
  @Text({ max: 500 })
  customerWishes?: string;
}

export class InspectIntegrityDto extends VisitStepDto implements DataOf<InspectIntegrity> {
  @IsBoolean()
  partsComplete!: boolean;

  @IsBoolean()
  tamperingSigns!: boolean;

  /** What does not agree, as it stands on the service order. */
  @MayBeAbsent()
  @Text({ max: 1000 })
  note?: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  photos!: string[];
}

export class AcknowledgeDiscrepancyDto
  extends SignedStepDto
  implements DataOf<AcknowledgeDiscrepancy> {}

export class GiveExplanationDto extends VisitStepDto implements DataOf<GiveExplanation> {
  @IsIn(SUBJECTS)
  subject!: ExplanationSubject;

  /** What was explained; left out where the advice says it all. */
  @MayBeAbsent()
  @Text({ max: 2000 })
  explanation?: string;

  /** Advice and guidance given; left out: none was, and after a repair that gets none it is found (V14). */
  @MayBeAbsent()
  @Text({ max: 2000 })
  advice?: string;

  /** The matter is one the company keeps to itself. */
  @IsBoolean()
  confidential!: boolean;

  /** The confidential matter was politely declined. */
  @IsBoolean()
  declined!: boolean;

  @IsBoolean()
  customerUnfamiliar!: boolean;

  @IsBoolean()
  plainWords!: boolean;
}

export class FindExternalCauseDto extends VisitStepDto implements DataOf<FindExternalCause> {
  @Text({ max: 1000 })
  cause!: string;

  /** It stands on the service order. */
  @IsBoolean()
  noted!: boolean;

  /** The customer's, under the cause for itself; left out, the step is refused or, told late, found (V17). */
  @MayBeAbsent()
  @Nested(() => SignatureDto)
  signature?: SignatureDto;
}

/** The cause that is not the company's was recorded wrongly (V17). */
export class WithdrawExternalCauseDto
  extends VisitReasonDto
  implements DataOf<WithdrawExternalCause> {}

/** The customer signs what it will cost (V17). */
export class AcknowledgeChargeDto extends SignedStepDto implements DataOf<AcknowledgeCharge> {
  @Nested(() => QuoteDto)
  quote!: QuoteDto;
}
