import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentitySettings, PASSWORD_COST } from '../settings.js';
import { HashQueue, type Turn } from './hash-queue.js';

const BESIDE_COST = { r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const PHC =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** Each takes 128 MiB, however many servers run in this process. */
const queue = new HashQueue(2);

/** Nobody from outside asks for it. */
const OURS: Turn = { rank: 'signed-in', party: '' };

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

  /**
   * @param turn whose turn it is in the queue of hashes; default: the service's own
   * @throws HttpProblem see `HashQueue.take`
   */
  async hash(password: string, turn: Turn = OURS): Promise<string> {
    const salt = randomBytes(16);
    const options = { ...BESIDE_COST, N: 2 ** this.cost };
    return this.phc(salt, await queue.take(turn, () => derive(password, salt, options)));
  }

  /**
   * Whether the password is the one that was hashed; always as slow as hashing it was.
   *
   * @param turn whose turn it is in the queue of hashes; default: the service's own
   * @throws HttpProblem see `HashQueue.take`
   */
  async isOf(hashed: string, password: string, turn: Turn = OURS): Promise<boolean> {
    const [, ln, r, p, salt, hash] = PHC.exec(hashed) ?? [];
    if (!ln || !salt || !hash) throw new TypeError('not a scrypt hash in PHC form');
    const options = { ...BESIDE_COST, N: 2 ** Number(ln), r: Number(r), p: Number(p) };
    const work = () => derive(password, Buffer.from(salt, 'base64'), options);
    const derived = await queue.take(turn, work);
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

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
