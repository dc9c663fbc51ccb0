import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject } from 'class-validator';
import {
  InstantText,
  KeyOfCommand,
  MayBeAbsent,
  OutcomeBody,
  type Problem,
  Nested,
} from '@app/http';
import { tickets } from '../../ticket.aggregate.js';

/** Those of a ticket that there is. */
const COMMANDS = [...tickets.routed.values()]
  .filter(({ manner }) => manner !== 'creates')
  .map(({ permission }) => permission.action);

/** One step that was done without a connection. */
export class LateStepDto {
  /** The device's own key for the step, of the form of `Idempotency-Key`: the same key again changes nothing. */
  @KeyOfCommand()
  key!: string;

  /** The command, as its route names it: `record-arrival`. */
  @IsIn(COMMANDS)
  command!: string;

  /** When it was done, by the device's clock. */
  @InstantText()
  occurredAt!: string;

  /** The body that the command's own route would take; default: empty. */
  @MayBeAbsent()
  @IsObject()
  data?: Record<string, unknown>;
}

/** Steps in the order in which they were done. */
export class SendStepsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @Nested(() => LateStepDto, { each: true })
  steps!: LateStepDto[];
}

/** What came of one step. */
export class StepResult {
  readonly key!: string;
  /**
   * `done` (also when it had been done before), `refused` for good, or `not-tried`: a fault that may pass,
   * such as a race that others won, stopped the batch here. Nothing behind it was looked at. Send
   * this step and those behind it again, with the same keys.
   */
  readonly result!: 'done' | 'refused' | 'not-tried';
  /** Of a step that was done. */
  readonly outcome?: OutcomeBody;

  /** Why it was refused, or what stopped the batch at it; absent for those behind. */
  @ApiProperty({ required: false, allOf: [{ $ref: getSchemaPath('Problem') }] })
  readonly problem?: Problem;

  /** Of a step that was refused: what to ask the person who did it, so that it can be told again, put right. */
  readonly ask?: string;
}

/** What came of each step, in their order. */
export class StepResults {
  readonly results!: StepResult[];
}
