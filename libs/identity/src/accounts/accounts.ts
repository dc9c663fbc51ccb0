import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, Equal, IsNull, Not, type EntityManager, type Repository } from 'typeorm';
import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import type { Role } from '../roles.js';
import type { ChangeSender } from './account-change.entity.js';
import { isRepeat, keyReused, noteChange, type AccountChange } from './account-changes.js';
import { AccountEntity } from './account.entity.js';
import { accountFrom, storeAccount, type NewAccount } from './new-account.js';
import type { Turn } from './hash-queue.js';
import { Passwords } from './passwords.js';
import { stillMay } from './still-may.js';

/** Milliseconds after which another process's change to an account is noticed at the latest. */
const FRESH = 5_000;

/** The accounts, and a short memory of those that are in use. Every change is written down with it. */
@Injectable()
export class Accounts {
  private readonly table: Repository<AccountEntity>;
  private readonly known = new LRUCache<string, AccountEntity>({ max: 10_000, ttl: FRESH });
  /** Changes made so far by this process. */
  private changes = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
  ) {
    this.table = dataSource.getRepository(AccountEntity);
  }

  /** The account if it is enabled, not older than five seconds; at once where it is remembered. */
  enabled(login: string): AccountEntity | Promise<AccountEntity | undefined> {
    return this.known.get(login) ?? this.find(login);
  }

  /** The account, enabled or not, as it is now. */
  async anyOf(login: string): Promise<AccountEntity | undefined> {
    return (await this.table.findOneBy({ login })) ?? undefined;
  }

  /** @throws NotPossible `login-taken` */
  async create(account: NewAccount, by: ChangeSender): Promise<void> {
    const values = await accountFrom(account, this.passwords, turnOf(by));
    const stored = await this.dataSource.transaction(async (manager) => {
      await stillMay(manager, values.login, by);
      const { login, employee, roles } = values;
      if (await isRepeat(manager, { login, kind: 'created', by, employee, roles })) return true;
      return storeAccount(manager, values, by);
    });
    if (!stored) throw loginTaken();
  }

  /** Disables an account; its tokens end with it. Disabled again, it stays as it is. @throws NotFound */
  async disable(login: string, by: ChangeSender): Promise<void> {
    const change = { login, kind: 'disabled', by } as const;
    await this.change(change, async (manager) => {
      const { affected } = await manager.update(
        AccountEntity,
        { login, disabledAt: IsNull() },
        { disabledAt: new Date() },
      );
      if (affected) await noteChange(manager, change);
      else await mustExist(manager, login);
    });
  }

  /**
   * Lets a disabled account sign in again; tokens from before stay ended. One that is not disabled
   * stays as it is.
   *
   * @throws NotFound
   */
  async enable(login: string, by: ChangeSender): Promise<void> {
    const change = { login, kind: 'enabled', by } as const;
    await this.change(change, async (manager) => {
      const { affected } = await manager.update(
        AccountEntity,
        { login, disabledAt: Not(IsNull()) },
        { disabledAt: null, passwordChangedAt: new Date() },
      );
      if (affected) await noteChange(manager, change);
      else await mustExist(manager, login);
    });
  }

  /** Gives an account other roles, from its next request on; those it has already change nothing. @throws NotFound */
  async changeRoles(login: string, roles: readonly Role[], by: ChangeSender): Promise<void> {
    const change = { login, kind: 'roles-changed', by, roles } as const;
    await this.change(change, async (manager) => {
      const values = { roles: [...roles] };
      const { affected } = await manager.update(
        AccountEntity,
        { login, roles: Not(Equal(values.roles)) },
        values,
      );
      if (affected) await noteChange(manager, change);
      else await mustExist(manager, login);
    });
  }

  /**
   * Gives an account a new password; tokens from before are no longer accepted. The same command again
   * changes nothing as long as that password is the account's. Of several who know
   * the current one at the same moment only the first changes it: to the others it is current no more.
   *
   * @param current what the account's owner must know; undefined when an operator sets it
   * @throws NotFound
   * @throws Forbidden `wrong-password`
   */
  async changePassword(
    login: string,
    password: string,
    by: ChangeSender,
    current?: string,
  ): Promise<void> {
    const account = await this.anyOf(login);
    if (!account) throw noSuchAccount();
    const kind = current === undefined ? 'password-reset' : 'password-changed';
    const change = { login, kind, by } as const;
    if (await isRepeat(this.dataSource.manager, change)) return this.isStill(account, password, by);
    if (current !== undefined && !(await this.isRight(account, current, by))) throw wrongPassword();
    const hashed = await this.passwords.hash(password, turnOf(by));
    await this.change(change, async (manager) => {
      const values = { password: hashed, passwordChangedAt: new Date() };
      const checked = current === undefined ? { login } : { login, password: account.password };
      const { affected } = await manager.update(AccountEntity, checked, values);
      if (!affected) throw wrongPassword();
      await noteChange(manager, change);
    });
  }

  private isRight({ password }: AccountEntity, typed: string, by: ChangeSender): Promise<boolean> {
    return this.passwords.isOf(password, typed, turnOf(by));
  }

  /** What a command did that is sent again, if it asks for the same. @throws Invalid `idempotency-key-reused` */
  private async isStill(account: AccountEntity, typed: string, by: ChangeSender): Promise<void> {
    if (!(await this.isRight(account, typed, by))) throw keyReused();
  }

  /**
   * In one transaction, if `by` may still do it and the command has not done it before; what was
   * remembered of the account is forgotten after it.
   */
  private async change(
    change: AccountChange & { readonly by: ChangeSender },
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { login, by } = change;
    await this.dataSource.transaction(async (manager) => {
      await stillMay(manager, login, by);
      if (!(await isRepeat(manager, change))) await work(manager);
    });
    this.changes++;
    this.known.delete(login);
  }

  /** What was read while an account changed is not remembered: it may be from before. */
  private async find(login: string): Promise<AccountEntity | undefined> {
    const { changes } = this;
    const account = await this.table.findOneBy({ login, disabledAt: IsNull() });
    if (!account) return undefined;
    if (changes === this.changes) this.known.set(login, account);
    return account;
  }
}

function turnOf({ login }: ChangeSender): Turn {
  return { rank: 'signed-in', party: login };
}

async function mustExist(manager: EntityManager, login: string): Promise<void> {
  if (!(await manager.existsBy(AccountEntity, { login }))) throw noSuchAccount();
}

/** The refusal of a login that no account has. */
export function noSuchAccount(): NotFound {
  return new NotFound('unknown-account', { zh: '没有此账号', en: 'there is no such account' });
}

function loginTaken(): NotPossible {
  const says = { zh: '此登录名已被使用', en: 'this login name is taken' };
  return new NotPossible('login-taken', says, '/login');
}

function wrongPassword(): Forbidden {
  return new Forbidden(
    'wrong-password',
    { zh: '当前密码不正确', en: 'the current password is not right' },
    '/currentPassword',
  );
}
