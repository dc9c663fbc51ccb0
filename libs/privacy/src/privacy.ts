import { createHmac } from 'node:crypto';
import { canonical } from '@app/event-store/src/fingerprint.js';
import { Pool } from '@app/postgres';
import { decrypted, encrypted } from './cipher.js';
import { destroyKeys, lastDestroyed, type Destroyed } from './destroyed.js';
import { installationKey } from './installation-key.js';
import { Keyring } from './keyring.js';
import { MasterKey } from './master-key.js';
import { NamedFiles } from './named-files.js';
import { keysIn, opened } from './opened.js';
import { SearchWords } from './search-words.js';

/** Milliseconds after which a process knows at the latest that a key was destroyed by another. */
const LOOK_EVERY_MS = 1_000;

/** Where the keys are, and what opens them. */
export interface PrivacyOptions {
  /** The PostgreSQL database of the installation, wherever its log is. */
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly masterKey: Uint8Array;
  /** The log is not in that database: a new key must be on the disk by itself. Default: it is. */
  readonly logIsElsewhere?: boolean;
}

/** What a process needs to seal and open what is said of people, and to find it without telling anybody. */
export class Privacy {
  /** How words are looked for. */
  readonly words: SearchWords;
  readonly keyring: Keyring;
  /** Who names which files. */
  readonly files: NamedFiles;
  private readonly fingerprints: Uint8Array;
  private readonly forgetting = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private last: string | null | undefined;
  private closed = false;

  private constructor(
    private readonly database: Pool,
    master: MasterKey,
    secret: Uint8Array,
  ) {
    this.keyring = new Keyring(database, master);
    this.files = new NamedFiles(database);
    this.words = new SearchWords(derived(secret, 'search'));
    this.fingerprints = derived(secret, 'fingerprints');
  }

  /** @throws MasterKeyUnfit the installation's keys are wrapped by another; nothing is changed */
  static async open(options: PrivacyOptions): Promise<Privacy> {
    const { databaseUrl, masterKey, logIsElsewhere = false } = options;
    const master = new MasterKey(masterKey);
    const database = new Pool({
      connectionString: databaseUrl,
      application_name: 'service-centre keys',
      max: 2,
      ...(!logIsElsewhere && { options: '-c synchronous_commit=off' }),
    });
    try {
      const privacy = new Privacy(database, master, await installationKey(database, master));
      await privacy.look();
      return privacy;
    } catch (error) {
      await database.end();
      throw error;
    }
  }

  /** Fingerprint of a request, which nobody can try out who has not the key. */
  fingerprint(value: unknown): string {
    return createHmac('sha256', this.fingerprints)
      .update(canonical(value))
      .digest('base64url')
      .slice(0, 22);
  }

  /** A value with what is sealed in it opened; itself where nothing is. */
  async opened<Value>(value: Value): Promise<Value> {
    const ids = keysIn(value);
    return ids.size === 0 ? value : opened(value, await this.keyring.ofIds(ids));
  }

  /** Bytes sealed under the key of that name, which is made where there is none. */
  async sealedBytes(bytes: Uint8Array, name: string): Promise<Buffer> {
    const keys = await this.keyring.ofPeople(new Set([name]));
    return encrypted(bytes, { key: keys.get(name)!.key, bound: name });
  }

  /** What was sealed; undefined where the key is destroyed. @throws Error it was changed, or is by another key */
  async openedBytes(bytes: Uint8Array, name: string): Promise<Buffer | undefined> {
    const key = await this.keyring.named(name);
    return key && decrypted(bytes, { key: key.key, bound: name });
  }

  /**
   * Destroys keys, for ever, in the database and in the memory of this process; others know it within a
   * second. People are given no other key: what is said of them afterwards is stored as a mark.
   */
  async destroy(keys: Destroyed): Promise<void> {
    await destroyKeys(this.database, keys);
    this.forget();
  }

  /** Calls `listener` when keys were destroyed: what it keeps of people in the clear is to go. */
  onDestroyed(listener: () => void): void {
    this.forgetting.add(listener);
  }

  /** Forgets every key and whatever was made of what they opened. */
  forget(): void {
    this.keyring.forget();
    this.words.forget();
    for (const listener of this.forgetting) listener();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.database.end();
  }

  /** A database that is away is asked again: what it destroys meanwhile is heard of then. */
  private async look(): Promise<void> {
    const last = await lastDestroyed(this.database).catch(() => this.last);
    if (this.last !== undefined && last !== this.last) this.forget();
    this.last = last;
    if (!this.closed) this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
  }
}

function derived(secret: Uint8Array, purpose: string): Uint8Array {
  return createHmac('sha256', secret).update(purpose).digest();
}
