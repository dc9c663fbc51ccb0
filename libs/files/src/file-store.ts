import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextEventLoopTurn } from '@app/http';
import { NotFound } from '@app/kernel';
import { FileEntity } from './file.entity.js';

/** A SHA-256 in lower-case hexadecimal digits; nothing is kept under anything else. */
const HASH = /^[0-9a-f]{64}$/;

/** Keeps files under the hash of their bytes: the same file is kept once, and none can be replaced by another. */
@Injectable()
export class FileStore {
  constructor(private readonly database: DataSource) {}

  /** Stores the bytes; storing them again changes nothing. Answers with their SHA-256. */
  async store(bytes: Buffer, mediaType: string, storedBy: string): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    // Handing megabytes to the database takes as long again as hashing them.
    await nextEventLoopTurn();
    await this.database
      .createQueryBuilder()
      .insert()
      .into(FileEntity)
      .values({ hash, mediaType, bytes, storedBy })
      .orIgnore()
      .execute();
    return hash;
  }

  /** @throws NotFound */
  async read(hash: string): Promise<{ bytes: Buffer; mediaType: string }> {
    const file =
      HASH.test(hash) && (await this.database.getRepository(FileEntity).findOneBy({ hash }));
    if (file) return file;
    throw new NotFound('unknown-file', { zh: '没有此文件', en: 'there is no such file' });
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
