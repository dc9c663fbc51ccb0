import type { Command, DomainEvent } from '@app/kernel';
import type { Aggregate } from './aggregate.js';
import type { Participant } from './claims/participant.js';
import type { Asked } from './command-request.js';
import type { Folded } from './folded.js';

/** One command on its way to one stream. */
export interface Execution<C extends Command, S, E extends DomainEvent> {
  readonly request: Asked;
  readonly stream: string;
  readonly aggregate: Aggregate<C, S, E>;
  /** The command, completed with what deciding needs beyond the state; called anew on each attempt. */
  readonly command: (state: S) => C | Promise<C>;
  /** What the events ask of other streams, to stand or fall with them; called anew on each attempt. */
  readonly participants?: (
    events: readonly E[],
    before: Folded<S>,
  ) => readonly Participant[] | Promise<readonly Participant[]>;
}

/** What came of a command. */
export interface Outcome {
  readonly stream: string;
  /** The stream's version after the command. */
  readonly version: number;
  /** Wait for this position to read your own write. */
  readonly position: bigint;
  /** What the command caused on its stream; empty when there was nothing to change. */
  readonly events: readonly Pick<DomainEvent, 'type' | 'data'>[];
  /** The command had been carried out before; this is what came of it then. */
  readonly repeated: boolean;
}
