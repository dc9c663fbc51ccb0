import type { ClientReadableStream } from '@grpc/grpc-js';
import type { ReadResp } from '@app/internals/src/eventstore-protocol.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { eventIn, type LoggedEvent } from './logged-event.js';

export type ReadCall = ClientReadableStream<ReadResp>;

/** How long a read may be silent. */
export interface Silence {
  /** Milliseconds. */
  readonly patience: number;
  /** Asked then; if it answers, the server is only searching, and the read goes on. Default: nobody is asked. */
  readonly stillThere?: () => Promise<unknown>;
}

/**
 * Everything that a read gives. It has no deadline of gRPC's, which would say nothing of whether the
 * server is still at it.
 *
 * @throws ConnectionLost it was silent for too long
 */
export async function readToEnd(call: ReadCall, silence: Silence): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  const timer = setTimeout(() => void askOrGiveUp(), silence.patience);
  const askOrGiveUp = async () => {
    const answers = silence.stillThere?.().then(
      () => true,
      () => false,
    );
    if (await answers) timer.refresh();
    else call.destroy(new ConnectionLost('the connection was lost: a read fell silent'));
  };
  try {
    for await (const answer of call as AsyncIterable<ReadResp>) {
      timer.refresh();
      const event = eventIn(answer);
      if (event) events.push(event);
    }
    return events;
  } finally {
    clearTimeout(timer);
    leave(call);
  }
}

/** What a subscription gives until the signal; then, and however it ends otherwise, it is cancelled. */
export async function* followed(call: ReadCall, signal: AbortSignal): AsyncGenerator<ReadResp> {
  const stop = () => {
    // Who follows may be busy with what was told last, and never ask again.
    leave(call);
    call.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) return;
    for await (const answer of call as AsyncIterable<ReadResp>) yield answer;
  } finally {
    signal.removeEventListener('abort', stop);
    leave(call);
  }
}

/**
 * A read that is left early goes on at both ends if it is not cancelled. One that has ended must not
 * be: it would reset its stream, and a server closes the connection of who resets many of them.
 */
function leave(call: ReadCall): void {
  if (!call.readableEnded) call.cancel();
}
