import { nextEventLoopTurn } from '@app/http';
import { begin, Nesting, type State } from './json-grammar.js';

/** Bytes that are looked at in one turn: a millisecond or two of work. */
const SLICE = 128 * 1024;

const NEW_LINE = 0x0a;
const MARK = Buffer.from('\ufeff');

/**
 * Whether UTF-8 bytes are JSON that may stretch over lines, or JSON on each of them, every one an
 * object or an array. Nothing is made of it, and others are answered in between.
 */
export async function isJsonLines(bytes: Buffer): Promise<boolean> {
  const lines = new JsonLines();
  const start = bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
  for (let at = start; at < bytes.length; at += SLICE) {
    if (at > start) await nextEventLoopTurn();
    if (!lines.goOn(bytes.subarray(at, at + SLICE))) return false;
  }
  return lines.end();
}

/** What has been read so far. */
class JsonLines {
  private readonly nesting = new Nesting();
  private state: State = begin;
  private values = 0;
  /** Ends of lines since the last value. */
  private ends = 0;
  private stretched = false;

  /** False when the text cannot become right any more. */
  goOn(slice: Buffer): boolean {
    for (const byte of slice) {
      const within = this.nesting.depth > 0;
      const next = this.state(byte, this.nesting);
      if (!next) return false;
      this.state = next;
      if (byte === NEW_LINE) this.endLine(within);
      else if (!within && this.nesting.depth > 0 && !this.beginValue()) return false;
    }
    return true;
  }

  end(): boolean {
    return this.values > 0 && this.nesting.depth === 0 && !(this.values > 1 && this.stretched);
  }

  private endLine(within: boolean): void {
    if (within) this.stretched = true;
    else this.ends++;
  }

  /** Each value but the first begins on the line behind the last one's. */
  private beginValue(): boolean {
    const inPlace = this.values === 0 || (this.ends === 1 && !this.stretched);
    this.values++;
    this.ends = 0;
    return inPlace;
  }
}
