import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { SigningKey } from './signing-key.js';

/** Places of one login that are remembered: those that it was seen at last. */
export const PLACES = 20;

/** How long a place is remembered after the last time, in PostgreSQL's words. */
const REMEMBERED = '30 days';

/** Milliseconds for which this process need not ask the database again, nor tell it. */
const FRESH = 60 * 60_000;

/**
 * The networks from which each login has been signed in with. The database keeps them under a hash
 * whose key is the one that signs tokens: a copy of the table alone does not tell where somebody was.
 */
@Injectable()
export class Acquaintances {
  private readonly fresh = new LRUCache<string, true>({ max: 10_000, ttl: FRESH });

  constructor(
    private readonly dataSource: DataSource,
    private readonly key: SigningKey,
  ) {}

  /** Whether the login has been signed in with at the network within thirty days. */
  async has(login: string, network: string): Promise<boolean> {
    if (this.fresh.has(nameOf(login, network))) return true;
    const found = await this.dataSource.query<unknown[]>(
      `SELECT FROM identity.acquaintance
       WHERE login = $1 AND place = $2 AND seen_at > now() - interval '${REMEMBERED}'`,
      [login, await this.hashed(login, network)],
    );
    return found.length > 0;
  }

  /** Remembers the network as the login's last, and forgets what is too old or too much. */
  async add(login: string, network: string): Promise<void> {
    const name = nameOf(login, network);
    if (this.fresh.has(name)) return;
    await this.dataSource.query(
      `INSERT INTO identity.acquaintance (login, place, seen_at) VALUES ($1, $2, clock_timestamp())
       ON CONFLICT (login, place) DO UPDATE SET seen_at = EXCLUDED.seen_at`,
      [login, await this.hashed(login, network)],
    );
    await this.dataSource.query(
      `DELETE FROM identity.acquaintance
       WHERE login = $1 AND (seen_at < now() - interval '${REMEMBERED}' OR place IN (
         SELECT place FROM identity.acquaintance WHERE login = $1 ORDER BY seen_at DESC OFFSET ${PLACES}))`,
      [login],
    );
    this.fresh.set(name, true);
  }

  private async hashed(login: string, network: string): Promise<Buffer> {
    const name = `acquaintance ${nameOf(login, network)}`;
    return createHmac('sha256', await this.key.read())
      .update(name)
      .digest();
  }
}

/** No network has a space, so none can be taken for another login's. */
function nameOf(login: string, network: string): string {
  return `${network} ${login}`;
}
