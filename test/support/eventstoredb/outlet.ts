import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from './log-record.js';
import { recordedEvent } from './responses.js';

/** The events that readers were given, one after another. */
export type Given = LogRecord[];

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** The reader has gone. */
export class Gone extends Error {}

/** The way out to one reader, no faster than it reads. One listener each, however many messages. */
export class Outlet {
  private full = false;
  private wakeUp: () => void = () => undefined;

  /** @param given counts what goes out */
  constructor(
    private readonly call: ReadCall,
    private readonly given: Given,
  ) {
    call.on('drain', () => {
      this.full = false;
      this.wakeUp();
    });
    call.on('cancelled', () => this.wakeUp());
    call.on('error', () => this.wakeUp());
  }

  /** An event, which counts as read. @throws Gone */
  async give(record: LogRecord): Promise<void> {
    await this.send(recordedEvent(record));
    this.given.push(record);
  }

  /** @throws Gone */
  async send(message: ReadResp): Promise<void> {
    while (this.full) await this.sleep();
    if (this.call.cancelled) throw new Gone();
    this.full = !this.call.write(message);
  }

  /** Until `wake`, or until something happens to the call. @throws Gone */
  async sleep(): Promise<void> {
    if (this.call.cancelled) throw new Gone();
    await new Promise<void>((resolve) => (this.wakeUp = resolve));
    if (this.call.cancelled) throw new Gone();
  }

  readonly wake = (): void => this.wakeUp();
}
