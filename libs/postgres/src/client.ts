import pg from 'pg';
import { reportWhenFull } from './disk-full.js';

/**
 * A connection to PostgreSQL that may end at any moment without ending the process. The driver
 * reports a lost session twice: to whoever asked something on it, and as an `error` event, which ends
 * the process where nobody listens. A pool does not listen while a connection is lent out, TypeORM
 * not before it has been told that it got one; this client does from its making on. Whoever has to
 * know of a loss listens too, or learns it from the next question, which is refused.
 *
 * Every connection of the service is one of these, on its own or through `Pool`; a data source of
 * TypeORM takes it as `extra.Client`.
 */
export class Client extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', heard);
    reportWhenFull(this);
  }
}

/** Connections of the same kind, made as needed; an idle one that ends is replaced. */
export class Pool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super({ ...config, Client });
    this.on('error', heard);
  }
}

function heard(): void {
  // What was asked on the connection is refused by the driver itself.
}
