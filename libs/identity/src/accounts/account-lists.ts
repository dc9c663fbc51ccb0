import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { badCursor, decodeCursor, DEFAULT_LIMIT, pageOf } from '@app/http';
import { AccountChangeEntity } from './account-change.entity.js';
import { AccountEntity } from './account.entity.js';
import type { AccountPageQuery, AccountsQuery } from './accounts.dto.js';
import { noSuchAccount } from './accounts.js';
import type { AccountChangePage, AccountPage } from './accounts.row.js';

/** Which accounts there are, and what was done to them. */
@Injectable()
export class AccountLists {
  constructor(private readonly dataSource: DataSource) {}

  /** Accounts by login. @throws HttpProblem 400 `bad-cursor` */
  async accounts({
    status,
    role,
    employee,
    after,
    limit = DEFAULT_LIMIT,
  }: AccountsQuery): Promise<AccountPage> {
    const selection = this.dataSource.getRepository(AccountEntity).createQueryBuilder('a');
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
    const accounts = rows.map(({ login, employee, roles, disabledAt }) => ({
      login,
      employee,
      roles,
      disabledAt: disabledAt?.toISOString() ?? null,
    }));
    return page(accounts, limit, ({ login }) => login);
  }

  /**
   * What was done to an account, the newest first.
   *
   * @throws NotFound
   * @throws HttpProblem 400 `bad-cursor`
   */
  async changes(
    login: string,
    { after, limit = DEFAULT_LIMIT }: AccountPageQuery,
  ): Promise<AccountChangePage> {
    if (!(await this.dataSource.getRepository(AccountEntity).existsBy({ login })))
      throw noSuchAccount();
    const selection = this.dataSource
      .getRepository(AccountChangeEntity)
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
