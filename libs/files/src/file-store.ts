import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextEventLoopTurn } from '@app/http';
import { NotFound } from '@app/kernel';
import { Privacy } from '@app/privacy';
import { FileEntity } from './file.entity.js';

/** A SHA-256 in lower-case hexadecimal digits; nothing is kept under anything else. */
const HASH = /^[0-9a-f]{64}$/;

/** Keeps files under the hash of their bytes: the same file is kept once, and none can be replaced by another. */
@Injectable()
export class FileStore {
  constructor(
    private readonly database: DataSource,
    private readonly privacy: Privacy,
  ) {}

  /** Stores the bytes; storing them again changes nothing. Answers with their SHA-256. */
  async store(bytes: Buffer, mediaType: string, storedBy: string): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    // Handing megabytes to the database takes as long again as hashing them.
    await nextEventLoopTurn();
    const sealed = await this.privacy.sealedBytes(bytes, keyOf(hash));
    await this.database
      .createQueryBuilder()
      .insert()
      .into(FileEntity)
      .values({ hash, mediaType, bytes: sealed, sealed: true, storedBy })
      .orIgnore()
      .execute();
    return hash;
  }

  /** @throws NotFound */
  async read(hash: string): Promise<{ bytes: Buffer; mediaType: string }> {
    const file =
      HASH.test(hash) && (await this.database.getRepository(FileEntity).findOneBy({ hash }));
    if (!file) throw unknownFile();
    if (!file.sealed) return file;
    const bytes = await this.privacy.openedBytes(file.bytes, keyOf(hash));
    // Its key is destroyed, and the row is about to go.
    if (!bytes) throw unknownFile();
    return { bytes, mediaType: file.mediaType };
  }

  /** Removes files for ever: their keys are destroyed, then their rows go. Of those that are not there nothing is said. */
  async remove(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await this.privacy.destroy({ names: hashes.map(keyOf) });
    await this.database.query('DELETE FROM files.file WHERE hash = ANY($1)', [hashes]);
  }

  /** Those of the hashes under which nothing is stored. */
  async missing(hashes: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ hash: string }[]>(
      'SELECT wanted.hash FROM unnest($1::text[]) AS wanted(hash) WHERE NOT EXISTS (SELECT FROM files.file WHERE file.hash = wanted.hash)',
      [hashes],
    );
    return rows.map(({ hash }) => hash);
  }
}

/** A file has a key of its own, which it shares with nothing that is said of anybody. */
function keyOf(hash: string): string {
  return `file-${hash}`;
}

function unknownFile(): NotFound {
  return new NotFound('unknown-file', { zh: '没有此文件', en: 'there is no such file' });
}
