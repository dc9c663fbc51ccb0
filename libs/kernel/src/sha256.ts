/*
 * SHA-256 as FIPS 180-4 has it. It stands here because decisions import no `node:` module, and a
 * signature names the record that it is under by its hash.
 */

const PRIMES = firstPrimes(64);
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const BLOCK = 64;

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  let state = INITIAL;
  for (let at = 0; at < bytes.byteLength; at += BLOCK) {
    state = compressed(state, new DataView(bytes.buffer, at, BLOCK));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A one bit, zeros, and the length in bits, up to whole blocks. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

function compressed(state: readonly number[], block: DataView): number[] {
  const words = scheduled(block);
  let [a, b, c, d, e, f, g, h] = state as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (const [index, word] of words.entries()) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + mixed(e, 6, 11, 25) + choice + ROUND[index]! + word) | 0;
    const second = (mixed(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + state[index]!) | 0);
}

/** The 16 words of a block, and the 48 that follow from them. */
function scheduled(block: DataView): number[] {
  const words = Array.from({ length: 16 }, (_, index) => block.getInt32(index * 4));
  for (let index = 16; index < 64; index++) {
    const [late, early] = [words[index - 2]!, words[index - 15]!];
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words.push((words[index - 16]! + low + words[index - 7]! + high) | 0);
  }
  return words;
}

function mixed(word: number, ...by: readonly [number, number, number]): number {
  return by.reduce((all, bits) => all ^ turned(word, bits), 0);
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}
