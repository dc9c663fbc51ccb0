import type { Clock } from '@app/clock';
import { newId, type Instant } from '@app/kernel';
import { LogDamaged, OutcomeUnknown, StoreOverloaded, StoreUnfit } from '../errors.js';
import type { Appended } from '../port.js';
import { backOff } from '../adapter/back-off.js';
import { exactly, type PreparedWrite } from '../adapter/prepared-append.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import type { Stored } from './append-request.js';
import type { Connection } from './connection.js';
import type { StoreCounters } from './metrics.js';
import { NotSent } from './not-sent.js';
import { noteName } from './own-streams.js';
import { positionOf, toProposed } from './recorded-event.js';
import { NOTHING, type KnownStreams, type StreamIds } from './stream-ids.js';
import { verdictOn } from './verdict.js';

/** Races for one stream that an append of `any` version may lose in a row. */
const MAX_COLLISIONS = 200;

/** An append that is under way. */
interface Attempt {
  readonly write: PreparedWrite;
  /** As the server knows them, one for each event: what stands under them is this call's, and no other's. */
  readonly serverIds: readonly string[];
  /** It was sent, and the answer was lost. */
  uncertain: boolean;
}

/** Stores one write after another of a stream; no two of the same stream at a time. */
export class StreamWriter {
  constructor(
    private readonly connection: Connection,
    private readonly streams: KnownStreams,
    private readonly counters: StoreCounters,
    private readonly giveUpAfterMs: number,
    private readonly clock: Clock,
  ) {}

  /** @param since when the append was asked for, by `performance.now` */
  async store(write: PreparedWrite, since: number): Promise<Appended> {
    const attempt: Attempt = { write, serverIds: write.rows.map(() => newId()), uncertain: false };
    for (let losses = 0; ; losses++) {
      try {
        return await this.settle(attempt);
      } catch (error) {
        if (error instanceof StoreUnfit && attempt.uncertain) throw unsettled(error);
        if (!(error instanceof ConnectionLost)) throw error;
        this.counters.reconnects++;
        if (performance.now() - since > this.giveUpAfterMs) throw away(attempt, error);
        await backOff(losses);
      }
    }
  }

  /**
   * Judges by what is known, and sends; refuses, and takes for a repeat, only on what was just read.
   * Every append is sent with an exact version, so one that is sent again is stored once at most.
   */
  private async settle(attempt: Attempt): Promise<Appended> {
    const { write } = attempt;
    const onMemory = await this.settleOnMemory(attempt);
    if (onMemory) return onMemory;
    for (let collisions = 0; collisions <= MAX_COLLISIONS; collisions++) {
      const known = await this.streams.read(write.stream);
      const verdict = verdictOn(write, known);
      if (verdict.kind === 'refused') throw verdict.error;
      if (verdict.kind === 'repeat') return this.answer(attempt, verdict.version);
      if (write.rows.length === 0) return this.answer(attempt, known.version);
      const appended = await this.send(attempt, known);
      if (appended) return appended;
    }
    throw new StoreOverloaded(`others kept writing first to ${write.stream}`);
  }

  /**
   * Undefined where what is remembered does not suffice or proves out of date. After a lost answer
   * nothing that was remembered before it is relied on.
   */
  private async settleOnMemory(attempt: Attempt): Promise<Appended | undefined> {
    const { stream, rows } = attempt.write;
    const known = attempt.uncertain
      ? undefined
      : (this.streams.get(stream) ?? this.assumed(attempt));
    if (!known || rows.length === 0 || verdictOn(attempt.write, known).kind !== 'fits')
      return undefined;
    return this.send(attempt, known);
  }

  /** A stream that is expected not to exist holds no ids if it does not, and the server will say so. */
  private assumed({ write }: Attempt): StreamIds | undefined {
    return exactly(write.expected) === 0 ? NOTHING : undefined;
  }

  /** Undefined when the stream has moved on. */
  private async send(attempt: Attempt, known: StreamIds): Promise<Appended | undefined> {
    const { write, serverIds } = attempt;
    const { stream, rows } = write;
    const { version } = known;
    if (version === 0) await noteName(this.connection, stream);
    const recordedAt = this.after(known.recordedAt);
    const events = rows.map((row, i) => toProposed(row, serverIds[i]!, recordedAt));
    const stored = await this.sent(attempt, () => this.connection.append(stream, version, events));
    if (!stored) {
      attempt.uncertain = false;
      this.counters.collisions++;
      return undefined;
    }
    if (stored.version !== version + rows.length) {
      const after = `its versions go on at ${stored.version}`;
      throw new LogDamaged(`${stream} was deleted or truncated: ${after}`);
    }
    const ids = rows.map(({ id }) => id);
    this.streams.add(stream, known, ids, recordedAt);
    return this.success(attempt, stored);
  }

  /** What time it is; never before what the stream has recorded, whichever process's clock that was. */
  private after(recordedAt: Instant): Instant {
    const now = new Date(this.clock.now).toISOString();
    return now > recordedAt ? now : recordedAt;
  }

  /**
   * The attempt counts as uncertain from when it is sent. A refusal, or a failure to send, only
   * says that this one sending stored nothing; an earlier one may have.
   */
  private async sent<Answer>(attempt: Attempt, append: () => Promise<Answer>): Promise<Answer> {
    const { uncertain } = attempt;
    attempt.uncertain = true;
    try {
      return await append();
    } catch (error) {
      if (error instanceof NotSent || !(error instanceof ConnectionLost))
        attempt.uncertain = uncertain;
      throw error;
    }
  }

  /** The server knows these events under ids that nobody else has, so what it says it stored is this call's. */
  private async success(attempt: Attempt, { version, position }: Stored): Promise<Appended> {
    if (position === undefined) return this.answer(attempt, version);
    const { stream, rows } = attempt.write;
    this.counters.storedEvents += rows.length;
    return { position, versions: { [stream]: version }, repeated: false };
  }

  /** What came of it, as the stream has it. */
  private async answer({ write, serverIds }: Attempt, version: number): Promise<Appended> {
    const { stream, rows } = write;
    const versions = { [stream]: version };
    const [last] =
      version === 0
        ? []
        : await this.connection.stream(stream, { from: BigInt(version), limit: 1 });
    if (!last) {
      if (version === 0) return { position: 0n, versions, repeated: false };
      throw new LogDamaged(`${stream} has no version ${version}, which was stored`);
    }
    const repeated = rows.length > 0 && last.id.toLowerCase() !== serverIds.at(-1);
    if (!repeated) this.counters.storedEvents += rows.length;
    return { position: positionOf(last), versions, repeated };
  }
}

/** The server lets nobody in to see what came of an append that it may have stored. */
function unsettled(cause: StoreUnfit): OutcomeUnknown {
  return new OutcomeUnknown('EventStoreDB does not say whether the append was stored', { cause });
}

function away({ uncertain }: Attempt, cause: ConnectionLost): Error {
  return uncertain
    ? new OutcomeUnknown('EventStoreDB went away while the append was on its way', { cause })
    : new StoreOverloaded('EventStoreDB is away', { cause });
}
