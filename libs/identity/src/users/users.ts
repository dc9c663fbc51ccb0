import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, Equal, IsNull, Not, type EntityManager, type Repository } from 'typeorm';
import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import type { Role } from '../roles.js';
import type { ChangeSender } from './user-change.entity.js';
import { isRepeat, keyReused, noteChange, type UserChange } from './user-changes.js';
import { UserEntity } from './user.entity.js';
import { userFrom, storeUser, type NewUser } from './new-user.js';
import type { Turn } from './hash-queue.js';
import { Passwords } from './passwords.js';
import { stillMay } from './still-may.js';

/** Milliseconds after which another process's change to a user is noticed at the latest. */
const FRESH = 5_000;

/** The users, and a short memory of those that are in use. Every change is written down with it. */
@Injectable()
export class Users {
  private readonly table: Repository<UserEntity>;
  private readonly known = new LRUCache<string, UserEntity>({ max: 10_000, ttl: FRESH });
  /** Changes made so far by this process. */
  private changes = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
  ) {
    this.table = dataSource.getRepository(UserEntity);
  }

  /** The user if it is enabled, not older than five seconds; at once where it is remembered. */
  enabled(login: string): UserEntity | Promise<UserEntity | undefined> {
    return this.known.get(login) ?? this.find(login);
  }

  /** The user, enabled or not, as it is now. */
  async anyOf(login: string): Promise<UserEntity | undefined> {
    return (await this.table.findOneBy({ login })) ?? undefined;
  }

  /** @throws NotPossible `login-taken` */
  async create(user: NewUser, by: ChangeSender): Promise<void> {
    const values = await userFrom(user, this.passwords, turnOf(by));
    const stored = await this.dataSource.transaction(async (manager) => {
      await stillMay(manager, values.login, by);
      const { login, employee, roles } = values;
      if (await isRepeat(manager, { login, kind: 'created', by, employee, roles })) return true;
      return storeUser(manager, values, by);
    });
    if (!stored) throw loginTaken();
  }

  /** Disables a user; its tokens end with it. Disabled again, it stays as it is. @throws NotFound */
  async disable(login: string, by: ChangeSender): Promise<void> {
    const change = { login, kind: 'disabled', by } as const;
    await this.change(change, async (manager) => {
      const { affected } = await manager.update(
        UserEntity,
        { login, disabledAt: IsNull() },
        { disabledAt: new Date() },
      );
      if (affected) await noteChange(manager, change);
      else await mustExist(manager, login);
    });
  }

  /**
   * Lets a disabled user sign in again; tokens from before stay ended. One that is not disabled
   * stays as it is.
   *
   * @throws NotFound
   */
  async enable(login: string, by: ChangeSender): Promise<void> {
    const change = { login, kind: 'enabled', by } as const;
    await this.change(change, async (manager) => {
      const { affected } = await manager.update(
        UserEntity,
        { login, disabledAt: Not(IsNull()) },
        { disabledAt: null, passwordChangedAt: new Date() },
      );
      if (affected) await noteChange(manager, change);
      else await mustExist(manager, login);
    });
  }

  /** Gives a user other roles, from its next request on; those it has already change nothing. @throws NotFound */
  async changeRoles(login: string, roles: readonly Role[], by: ChangeSender): Promise<void> {
    const change = { login, kind: 'roles-changed', by, roles } as const;
    await this.change(change, async (manager) => {
      const values = { roles: [...roles] };
      const { affected } = await manager.update(
        UserEntity,
        { login, roles: Not(Equal(values.roles)) },
        values,
      );
      if (affected) await noteChange(manager, change);
      else await mustExist(manager, login);
    });
  }

  /**
   * Gives a user a new password; tokens from before are no longer accepted. The same command again
   * changes nothing as long as that password is the user's. Of several who know
   * the current one at the same moment only the first changes it: to the others it is current no more.
   *
   * @param current what the user's owner must know; undefined when an operator sets it
   * @throws NotFound
   * @throws Forbidden `wrong-password`
   */
  async changePassword(
    login: string,
    password: string,
    by: ChangeSender,
    current?: string,
  ): Promise<void> {
    const user = await this.anyOf(login);
    if (!user) throw noSuchUser();
    const kind = current === undefined ? 'password-reset' : 'password-changed';
    const change = { login, kind, by } as const;
    if (await isRepeat(this.dataSource.manager, change)) return this.isStill(user, password, by);
    if (current !== undefined && !(await this.isRight(user, current, by))) throw wrongPassword();
    const hashed = await this.passwords.hash(password, turnOf(by));
    await this.change(change, async (manager) => {
      const values = { password: hashed, passwordChangedAt: new Date() };
      const checked = current === undefined ? { login } : { login, password: user.password };
      const { affected } = await manager.update(UserEntity, checked, values);
      if (!affected) throw wrongPassword();
      await noteChange(manager, change);
    });
  }

  private isRight({ password }: UserEntity, typed: string, by: ChangeSender): Promise<boolean> {
    return this.passwords.isOf(password, typed, turnOf(by));
  }

  /** What a command did that is sent again, if it asks for the same. @throws Invalid `idempotency-key-reused` */
  private async isStill(user: UserEntity, typed: string, by: ChangeSender): Promise<void> {
    if (!(await this.isRight(user, typed, by))) throw keyReused();
  }

  /**
   * In one transaction, if `by` may still do it and the command has not done it before; what was
   * remembered of the user is forgotten after it.
   */
  private async change(
    change: UserChange & { readonly by: ChangeSender },
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

  /** What was read while a user changed is not remembered: it may be from before. */
  private async find(login: string): Promise<UserEntity | undefined> {
    const { changes } = this;
    const user = await this.table.findOneBy({ login, disabledAt: IsNull() });
    if (!user) return undefined;
    if (changes === this.changes) this.known.set(login, user);
    return user;
  }
}

function turnOf({ login }: ChangeSender): Turn {
  return { rank: 'signed-in', party: login };
}

async function mustExist(manager: EntityManager, login: string): Promise<void> {
  if (!(await manager.existsBy(UserEntity, { login }))) throw noSuchUser();
}

/** The refusal of a login that no user has. */
export function noSuchUser(): NotFound {
  return new NotFound('unknown-user', { zh: '没有此账号', en: 'there is no such user' });
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
