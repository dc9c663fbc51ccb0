import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdentitySettings, TOKEN_SECRET_BYTES } from '../settings.js';

/** The secret that signs tokens: the installation's own, or one that all its servers share through the database. */
@Injectable()
export class SigningKey {
  private secret?: Promise<Uint8Array>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: IdentitySettings,
  ) {}

  /** @throws RangeError the configured secret is shorter than 32 bytes */
  read(): Promise<Uint8Array> {
    return (this.secret ??= this.find());
  }

  private async find(): Promise<Uint8Array> {
    const { tokenSecret } = this.settings;
    if (tokenSecret && tokenSecret.length < TOKEN_SECRET_BYTES)
      throw new RangeError(`the token secret must have ${TOKEN_SECRET_BYTES} bytes or more`);
    return tokenSecret ?? (await this.shared());
  }

  private async shared(): Promise<Uint8Array> {
    await this.dataSource.query(
      "INSERT INTO identity.signing_keys (name, secret) VALUES ('tokens', $1) ON CONFLICT DO NOTHING",
      [randomBytes(TOKEN_SECRET_BYTES)],
    );
    const [row] = await this.dataSource.query<{ secret: Buffer }[]>(
      "SELECT secret FROM identity.signing_keys WHERE name = 'tokens'",
    );
    return new Uint8Array(row!.secret);
  }
}
