import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentitySettings, PASSWORD_COST } from '../settings.js';

const BESIDE_COST = { r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const PHC =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** Hashes at once: each takes 128 MiB and a third of a second of one core. */
const LANES = 2;

let busy = 0;
const waiting: (() => void)[] = [];

/** Passwords are kept as scrypt hashes in PHC form, each with a salt and the cost of its own. */
@Injectable()
export class Passwords {
  /** No password has this hash; comparing with it takes as long as with any other. */
  readonly nobodys: string;
  private readonly cost: number;

  constructor({ passwordCost = PASSWORD_COST }: IdentitySettings) {
    this.cost = passwordCost;
    this.nobodys = this.phc(Buffer.alloc(16), Buffer.alloc(32));
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    return this.phc(salt, await derive(password, salt, { ...BESIDE_COST, N: 2 ** this.cost }));
  }

  /**
   * Whether the password is the one that was hashed; always as slow as hashing it was.
   *
   * @param asked aborted once nobody waits for the answer; default never
   * @throws the signal's reason, when it is aborted before the turn has come
   */
  async isOf(hashed: string, password: string, asked?: AbortSignal): Promise<boolean> {
    const [, ln, r, p, salt, hash] = PHC.exec(hashed) ?? [];
    if (!ln || !salt || !hash) throw new TypeError('not a scrypt hash in PHC form');
    const options = { ...BESIDE_COST, N: 2 ** Number(ln), r: Number(r), p: Number(p) };
    const derived = await derive(password, Buffer.from(salt, 'base64'), options, asked);
    return timingSafeEqual(derived, Buffer.from(hash, 'base64'));
  }

  private phc(salt: Buffer, hash: Buffer): string {
    const [salted, hashed] = [salt, hash].map((bytes) =>
      bytes.toString('base64').replace(/=+$/, ''),
    );
    const { r, p } = BESIDE_COST;
    return `$scrypt$ln=${this.cost},r=${r},p=${p}$${salted}$${hashed}`;
  }
}

async function derive(
  password: string,
  salt: Buffer,
  options: ScryptOptions,
  asked?: AbortSignal,
): Promise<Buffer> {
  await enter();
  try {
    asked?.throwIfAborted();
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    leave();
  }
}

async function enter(): Promise<void> {
  if (busy < LANES) busy++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

/** The place goes to the next in the queue, so that nobody slips in between. */
function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else busy--;
}
