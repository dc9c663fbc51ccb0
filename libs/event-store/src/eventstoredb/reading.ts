import { ConnectionLost } from '../adapter/connection-lost.js';

/** A read of the client, or a subscription, as far as it matters here. */
interface Running<Event> extends AsyncIterable<Event> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(error?: Error): unknown;
}

/**
 * Everything that a read gives. The client gives a read no deadline, and one that is left early goes
 * on at both ends, so it is cancelled however it ends.
 *
 * @param patience milliseconds that the server may be silent
 * @throws ConnectionLost it was silent for longer
 */
export async function readToEnd<Event>(
  read: Running<Event> & { cancel(): Promise<void> },
  patience: number,
): Promise<Event[]> {
  const events: Event[] = [];
  read.on('error', ignored);
  const silence = setTimeout(() => {
    read.destroy(new ConnectionLost('the connection was lost: a read fell silent'));
  }, patience);
  try {
    for await (const event of read) {
      silence.refresh();
      events.push(event);
    }
    return events;
  } finally {
    clearTimeout(silence);
    read.cancel().catch(ignored);
  }
}

/** What a subscription gives until the signal; then, and however it ends otherwise, it is cancelled. */
export async function* followed<Event>(
  subscription: Running<Event> & { unsubscribe(): Promise<void> },
  signal: AbortSignal,
): AsyncGenerator<Event> {
  subscription.on('error', ignored);
  const stop = () => subscription.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) return;
    for await (const event of subscription) yield event;
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe().catch(ignored);
  }
}

/** Handles errors that come when nobody iterates any more; unhandled they would end the process. */
function ignored(): void {}
