import type { status } from '@grpc/grpc-js';
import { Refusal } from './refusal.js';

export type Call = 'append' | 'read';

/** What goes wrong on purpose. Everything holds until it is set otherwise. */
export class Faults {
  /** Appends are stored at once and answered so many milliseconds later. */
  answerAppendsAfterMs = 0;

  /** Appends are never answered: their `answer` is lost after they are stored, or they are lost as a whole. */
  swallow: 'nothing' | 'answer' | 'append' = 'nothing';

  /** This node leads no more, and sends to that one whoever asks for the leader. */
  leader: { readonly host: string; readonly port: number } | undefined;

  /** Nobody leads: whoever asks for the leader is told that the server is not ready. */
  leaderless = false;

  private readonly failures: Record<Call, Refusal[]> = { append: [], read: [] };

  /** Answers the next call of a kind with a gRPC status or a refusal, without doing it; called twice, the next two. */
  failNext(call: Call, failure: status | Refusal): void {
    const refusal = failure instanceof Refusal ? failure : new Refusal(failure, 'told to fail');
    this.failures[call].push(refusal);
  }

  take(call: Call): Refusal | undefined {
    return this.failures[call].shift();
  }
}
