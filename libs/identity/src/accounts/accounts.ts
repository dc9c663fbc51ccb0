import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, IsNull, type Repository } from 'typeorm';
import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import type { Role } from '../roles.js';
import { AccountEntity } from './account.entity.js';
import { hashPassword, isPassword } from './passwords.js';

/** Milliseconds after which another process's change to an account is noticed at the latest. */
const FRESH = 5_000;

export interface NewAccount {
  readonly login: string;
  readonly password: string;
  readonly employee?: string;
  readonly roles: readonly Role[];
}

/** The accounts, and a short memory of those that are in use. */
@Injectable()
export class Accounts {
  private readonly table: Repository<AccountEntity>;
  private readonly known: LRUCache<string, AccountEntity>;

  constructor(dataSource: DataSource) {
    this.table = dataSource.getRepository(AccountEntity);
    this.known = new LRUCache({
      max: 10_000,
      ttl: FRESH,
      fetchMethod: (login) => this.find(login),
    });
  }

  /** The account if it is enabled, not older than five seconds; at once where it is remembered. */
  enabled(login: string): AccountEntity | Promise<AccountEntity | undefined> {
    return this.known.get(login) ?? this.known.fetch(login);
  }

  /** The account, enabled or not, as it is now. */
  async anyOf(login: string): Promise<AccountEntity | undefined> {
    return (await this.table.findOneBy({ login })) ?? undefined;
  }

  /** @throws NotPossible `login-taken` */
  async create({ login, password, employee, roles }: NewAccount): Promise<void> {
    const values = {
      login,
      password: await hashPassword(password),
      employee: employee ?? null,
      roles: [...roles],
      disabledAt: null,
      passwordChangedAt: new Date(),
    };
    const inserted = await this.table
      .createQueryBuilder()
      .insert()
      .values(values)
      .orIgnore()
      .returning('login')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return;
    throw new NotPossible(
      'login-taken',
      { zh: '此登录名已被使用', en: 'this login name is taken' },
      '/login',
    );
  }

  /** Disables an account; its tokens end with it. Disabled again, it stays as it is. @throws NotFound */
  async disable(login: string): Promise<void> {
    const { affected } = await this.table.update(
      { login, disabledAt: IsNull() },
      { disabledAt: new Date() },
    );
    this.known.delete(login);
    if (!affected && !(await this.anyOf(login))) throw noSuchAccount();
  }

  /**
   * Gives an account a new password; tokens from before are no longer accepted.
   *
   * @param current what the account's owner must know; undefined when an operator sets it
   * @throws NotFound
   * @throws Forbidden `wrong-password`
   */
  async changePassword(login: string, password: string, current?: string): Promise<void> {
    const account = await this.anyOf(login);
    if (!account) throw noSuchAccount();
    if (current !== undefined && !(await isPassword(current, account.password)))
      throw wrongPassword();
    await this.table.update(
      { login },
      { password: await hashPassword(password), passwordChangedAt: new Date() },
    );
    this.known.delete(login);
  }

  private async find(login: string): Promise<AccountEntity | undefined> {
    return (await this.table.findOneBy({ login, disabledAt: IsNull() })) ?? undefined;
  }
}

function noSuchAccount(): NotFound {
  return new NotFound('unknown-account', { zh: '没有此账号', en: 'there is no such account' });
}

function wrongPassword(): Forbidden {
  return new Forbidden(
    'wrong-password',
    { zh: '当前密码不正确', en: 'the current password is not right' },
    '/currentPassword',
  );
}
