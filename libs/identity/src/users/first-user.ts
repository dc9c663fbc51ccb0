import { randomBytes } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdentitySettings } from '../settings.js';
import { UserEntity } from './user.entity.js';
import { userFrom, storeUser } from './new-user.js';
import { Passwords } from './passwords.js';

/** Makes the user `operator` when nobody could sign in yet. */
@Injectable()
export class FirstUser implements OnApplicationBootstrap {
  private readonly logger = new Logger('Identity');

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: IdentitySettings,
    private readonly passwords: Passwords,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.dataSource.getRepository(UserEntity).exists()) return;
    await this.dataSource.transaction(async (manager) => {
      // Two servers may see the first start at the same time.
      await manager.query("SELECT pg_advisory_xact_lock(hashtext('identity.first-user'))");
      if (await manager.exists(UserEntity)) return;
      const password = this.settings.operatorPassword ?? (await this.leaveRandomPassword());
      const roles = ['operator'] as const;
      const user = await userFrom({ login: 'operator', password, roles }, this.passwords);
      await storeUser(manager, user, null);
    });
  }

  /** The password is in the file before the user is in the database: it cannot get lost. */
  private async leaveRandomPassword(): Promise<string> {
    const password = randomBytes(18).toString('base64url');
    await mkdir(this.settings.dataDir, { recursive: true });
    const file = join(this.settings.dataDir, 'operator-password');
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
    this.logger.log(`first start: user "operator" made, its password is in ${file}`);
    return password;
  }
}
