import { ApiProperty } from '@nestjs/swagger';
import type { Outcome } from '@app/event-store';

/** An event that a command caused, as the answer shows it. */
export class CausedEvent {
  /** The logical name of the event's type. */
  @ApiProperty({ type: String, example: 'TechnicianArrived' })
  readonly type!: string;

  /** What happened; its form depends on the type. */
  @ApiProperty({ type: Object })
  readonly data!: unknown;
}

/** What came of a command. */
export class OutcomeBody {
  /** The stream that the command changed. */
  @ApiProperty({ type: String, example: 'ticket-2026-0001' })
  readonly stream!: string;

  /** The stream's version after the command; the ETag has it too. */
  @ApiProperty({ type: Number, example: 12 })
  readonly version!: number;

  /** Send it as `minPosition` with a query to read your own write. */
  @ApiProperty({ type: String, pattern: '^\\d+$', example: '4711' })
  readonly position!: string;

  /** Empty when there was nothing to change. */
  @ApiProperty({ type: [CausedEvent] })
  readonly events!: readonly CausedEvent[];

  /** The command had been carried out before; this is what came of it then. */
  @ApiProperty({ type: Boolean })
  readonly repeated!: boolean;
}

/** Whether a controller returned the outcome of a command. */
export function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== 'object' || value === null) return false;
  const { position, repeated, stream } = value as Partial<Outcome>;
  return (
    typeof position === 'bigint' && typeof repeated === 'boolean' && typeof stream === 'string'
  );
}

/** An outcome as it goes out. */
export function outcomeBody({ stream, version, position, events, repeated }: Outcome): OutcomeBody {
  return { stream, version, position: position.toString(), events, repeated };
}
