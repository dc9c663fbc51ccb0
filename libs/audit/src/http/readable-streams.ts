import { Inject, Injectable } from '@nestjs/common';
import { Contexts } from '@app/event-store';
import { StreamReadership, type Reader } from '@app/identity';
import { kindOf, STREAM_KINDS, type StreamKind } from '../stream-kind.js';

/** Streams that are asked about at a time. */
const AT_A_TIME = 8;

/** Whom the kind of a stream lets read its history: a personnel record is not everybody's. */
@Injectable()
export class ReadableStreams extends StreamReadership {
  constructor(
    @Inject(STREAM_KINDS) private readonly kinds: readonly StreamKind[],
    private readonly contexts: Contexts,
  ) {
    super();
  }

  /** Whether somebody may read the history of a stream. */
  async isReadable(stream: string, reader: Reader): Promise<boolean> {
    const mayRead = kindOf(this.kinds, stream)?.mayRead;
    return mayRead === undefined || (await mayRead(stream, reader, this.contexts));
  }

  /** Those of some streams that somebody may read, each asked about once. */
  async among(streams: readonly string[], reader: Reader): Promise<ReadonlySet<string>> {
    const all = [...new Set(streams)];
    const readable = new Set<string>();
    for (let next = 0; next < all.length; next += AT_A_TIME) {
      const some = all.slice(next, next + AT_A_TIME);
      const may = await Promise.all(some.map((stream) => this.isReadable(stream, reader)));
      some.filter((_, index) => may[index]).forEach((stream) => readable.add(stream));
    }
    return readable;
  }
}
