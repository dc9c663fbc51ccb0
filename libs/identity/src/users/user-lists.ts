import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { badCursor, decodeCursor, DEFAULT_LIMIT, pageOf } from '@app/http';
import { UserChangeEntity } from './user-change.entity.js';
import { UserEntity } from './user.entity.js';
import type { UserPageQuery, UsersQuery } from './users.dto.js';
import { noSuchUser } from './users.js';
import type { UserChangePage, UserPage } from './users.row.js';

/** Which users there are, and what was done to them. */
@Injectable()
export class UserLists {
  constructor(private readonly dataSource: DataSource) {}

  /** Users by login. @throws HttpProblem 400 `bad-cursor` */
  async users({
    status,
    role,
    employee,
    after,
    limit = DEFAULT_LIMIT,
  }: UsersQuery): Promise<UserPage> {
    const selection = this.dataSource.getRepository(UserEntity).createQueryBuilder('a');
    if (status !== undefined)
      selection.andWhere(`a.disabled_at IS ${status === 'enabled' ? '' : 'NOT'} NULL`);
    if (role !== undefined) selection.andWhere(':role = ANY (a.roles)', { role });
    if (employee !== undefined) selection.andWhere('a.employee = :employee', { employee });
    if (after !== undefined) {
      const [login] = decodeCursor(after, ['string']);
      selection.andWhere('a.login > :login', { login });
    }
    const rows = await selection
      .orderBy('a.login')
      .limit(limit + 1)
      .getMany();
    const users = rows.map(({ login, employee, roles, disabledAt }) => ({
      login,
      employee,
      roles,
      disabledAt: disabledAt?.toISOString() ?? null,
    }));
    return page(users, limit, ({ login }) => login);
  }

  /**
   * What was done to a user, the newest first.
   *
   * @throws NotFound
   * @throws HttpProblem 400 `bad-cursor`
   */
  async changes(
    login: string,
    { after, limit = DEFAULT_LIMIT }: UserPageQuery,
  ): Promise<UserChangePage> {
    if (!(await this.dataSource.getRepository(UserEntity).existsBy({ login }))) throw noSuchUser();
    const selection = this.dataSource
      .getRepository(UserChangeEntity)
      .createQueryBuilder('c')
      .where('c.login = :login', { login });
    if (after !== undefined) selection.andWhere('c.change < :change', { change: changeOf(after) });
    const rows = await selection
      .orderBy('c.change', 'DESC')
      .limit(limit + 1)
      .getMany();
    return page(rows, limit, ({ change }) => change);
  }
}

/** Nothing of this is read from the log, so that the page has no position to tell. */
function page<Item>(
  rows: Item[],
  limit: number,
  keyOf: (last: Item) => string,
): { items: Item[]; next: string | null } {
  const { items, next } = pageOf(rows, limit, 0n, (last) => [keyOf(last)]);
  return { items: [...items], next };
}

function changeOf(cursor: string): string {
  const [change] = decodeCursor(cursor, ['string']);
  if (!/^\d{1,18}$/.test(String(change))) throw badCursor();
  return String(change);
}
