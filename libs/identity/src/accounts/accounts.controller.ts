import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import { FromRequest, TakesIdempotencyKey, type Sent } from '@app/http';
import { Can } from '../decorators.js';
import { SignInLimit } from '../sessions/sign-in-limit.js';
import { ActiveStaff } from '../staff.js';
import { changerOf } from './account-changes.js';
import { AccountLists } from './account-lists.js';
import {
  AccountPageQuery,
  AccountPath,
  AccountsQuery,
  ChangePasswordDto,
  ChangeRolesDto,
  CreateAccountDto,
} from './accounts.dto.js';
import { Accounts } from './accounts.js';
import { AccountBody, AccountChangePage, AccountPage } from './accounts.row.js';

/** Who may sign in. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly lists: AccountLists,
    private readonly limit: SignInLimit,
    private readonly staff: ActiveStaff,
  ) {}

  /** Accounts by state, role or employee, in the order of their logins. */
  @Get()
  @Can('read-accounts')
  listAccounts(@Query() which: AccountsQuery): Promise<AccountPage> {
    return this.lists.accounts(which);
  }

  /** What was done to an account: who, when, what; the newest first. */
  @Get(':login/changes')
  @Can('read-account-changes')
  accountChanges(
    @Param() { login }: AccountPath,
    @Query() page: AccountPageQuery,
  ): Promise<AccountChangePage> {
    return this.lists.changes(login, page);
  }

  /** Make an account. */
  @Post()
  @Can('create-account')
  @TakesIdempotencyKey()
  async createAccount(
    @Body() account: CreateAccountDto,
    @FromRequest() sent: Sent,
  ): Promise<AccountBody> {
    const { login, employee, roles } = account;
    if (employee !== undefined && !(await this.staff.has(employee))) throw noSuchEmployee();
    await this.accounts.create(account, changerOf(sent));
    return { login, employee: employee ?? null, roles };
  }

  /** Disable an account; its tokens end with it. */
  @Post(':login/disable')
  @HttpCode(204)
  @Can('disable-account')
  @TakesIdempotencyKey()
  async disableAccount(@Param() { login }: AccountPath, @FromRequest() sent: Sent): Promise<void> {
    notOwn(login, sent);
    await this.accounts.disable(login, changerOf(sent));
  }

  /** Let a disabled account sign in again; its tokens from before stay ended. */
  @Post(':login/enable')
  @HttpCode(204)
  @Can('enable-account')
  @TakesIdempotencyKey()
  async enableAccount(@Param() { login }: AccountPath, @FromRequest() sent: Sent): Promise<void> {
    await this.accounts.enable(login, changerOf(sent));
  }

  /** Give an account other roles, from its next request on. */
  @Post(':login/change-roles')
  @HttpCode(204)
  @Can('change-roles')
  @TakesIdempotencyKey()
  async changeRoles(
    @Param() { login }: AccountPath,
    @Body() { roles }: ChangeRolesDto,
    @FromRequest() sent: Sent,
  ): Promise<void> {
    notOwn(login, sent);
    await this.accounts.changeRoles(login, roles, changerOf(sent));
  }

  /** Give an account a new password; its tokens from before end. */
  @Post(':login/change-password')
  @HttpCode(204)
  @Can('change-password')
  @TakesIdempotencyKey()
  async changePassword(
    @Param() { login }: AccountPath,
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @FromRequest() sent: Sent,
  ): Promise<void> {
    const own = login === sent.principal.login;
    const by = changerOf(sent);
    if (!own && !sent.principal.roles.includes('operator')) throw notYours();
    if (!own) return this.accounts.changePassword(login, newPassword, by);
    await this.limit.confirm(login);
    await this.accounts.changePassword(login, newPassword, by, currentPassword ?? '');
    await this.limit.confirmed(login);
  }
}

/** Whoever runs the installation cannot shut themself out. */
function notOwn(login: string, { principal }: Sent): void {
  if (login !== principal.login) return;
  throw new NotPossible('own-account', {
    zh: '不能停用自己的账号，也不能改变其角色',
    en: 'nobody disables their own account, or changes its roles',
  });
}

function noSuchEmployee(): NotFound {
  return new NotFound(
    'unknown-employee',
    { zh: '没有这位在职员工', en: 'no such employee works here' },
    '/employee',
  );
}

function notYours(): Forbidden {
  return new Forbidden('not-your-account', {
    zh: '只能修改自己的密码',
    en: 'only an operator changes the password of another account',
  });
}
