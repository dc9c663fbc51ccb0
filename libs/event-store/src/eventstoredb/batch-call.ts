import { status, type ClientDuplexStream, type ServiceError } from '@grpc/grpc-js';
import { newId } from '@app/kernel';
import type { BatchAppendReq, BatchAppendResp } from '@app/internals/src/eventstore-protocol.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { answerIn } from './append-answer.js';
import { requestsFor, type ProposedAppend, type Stored } from './append-request.js';

interface Waiting {
  readonly resolve: (stored: Stored | undefined) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One call of `Streams.BatchAppend`, which carries many appends, each with an id and a time limit
 * of its own. The client's own implementation is not used: it is shared by the whole process, hands
 * the failures and late answers of one connection to appends of others, and has no time limit.
 */
export class BatchCall {
  private readonly waiting = new Map<string, Waiting>();
  private retired = false;
  private over = false;
  private answered = false;

  constructor(private readonly call: ClientDuplexStream<BatchAppendReq, BatchAppendResp>) {
    call.on('data', (answer: BatchAppendResp) => this.take(answer));
    call.on('error', (error: ServiceError) => this.end(this.meaningOf(error)));
    call.on('end', () => this.end(new ConnectionLost('the connection was lost: appends ended')));
  }

  /** Whether it takes more appends: not after it has ended, nor after an answer failed to come. */
  get takesMore(): boolean {
    return !this.retired && !this.over;
  }

  /**
   * @param patience milliseconds for the answer
   * @returns undefined when the stream is at another version
   * @throws ConnectionLost, or gRPC's own error: it may be stored or not
   */
  append(append: ProposedAppend, patience: number): Promise<Stored | undefined> {
    const id = newId();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(id), patience);
      this.waiting.set(id, { resolve, reject, timer });
      for (const request of requestsFor(id, append)) this.call.write(request);
    });
  }

  /** Takes no more; it ends once all that wait are answered. */
  retire(): void {
    this.retired = true;
    if (this.waiting.size === 0 && !this.over) this.call.end();
  }

  /** Ends at once what is under way. */
  cancel(): void {
    this.retired = true;
    this.call.cancel();
  }

  private take(answer: BatchAppendResp): void {
    this.answered = true;
    const waiting = this.settled(answer.getCorrelationId()?.getString() ?? '');
    // The append has timed out already, so its answer is of no use.
    if (!waiting) return;
    try {
      waiting.resolve(answerIn(answer));
    } catch (error) {
      waiting.reject(error as Error);
    }
  }

  private giveUp(id: string): void {
    this.retired = true;
    this.settled(id)?.reject(new ConnectionLost('the connection was lost: no answer to an append'));
  }

  private settled(id: string): Waiting | undefined {
    const waiting = this.waiting.get(id);
    if (!waiting) return undefined;
    clearTimeout(waiting.timer);
    this.waiting.delete(id);
    if (this.retired) this.retire();
    return waiting;
  }

  /**
   * Refused credentials are an answer only before the first append was answered. Later such an
   * error does not tell whether an append under way was stored.
   */
  private meaningOf(error: ServiceError): Error {
    const { code } = error;
    const denied = code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED;
    if (!denied || !this.answered) return error;
    return new ConnectionLost('the connection was lost: let in no more', { cause: error });
  }

  private end(error: Error): void {
    this.over = true;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
  }
}
