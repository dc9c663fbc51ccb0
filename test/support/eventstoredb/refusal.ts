import { Metadata, status } from '@grpc/grpc-js';

/** A call that is answered with an error; the client tells its kind by the trailers. */
export class Refusal extends Error {
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
  }
}

export function streamDeleted(stream: string): Refusal {
  return new Refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

export function appendTooLarge(maximum: number): Refusal {
  return new Refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximum} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximum),
  });
}

export function notLeader(host: string, port: number): Refusal {
  return new Refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
}

export function notReady(): Refusal {
  return new Refusal(status.UNAVAILABLE, 'Server Is Not Ready');
}

export function notAuthenticated(): Refusal {
  return new Refusal(status.UNAUTHENTICATED, 'Unauthenticated');
}

/** What a handler failed with, as gRPC can send it. */
export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(status.INTERNAL, String(error));
}
