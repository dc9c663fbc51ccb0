import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import { FromRequest, type Sent } from '@app/http';
import { Can } from '../decorators.js';
import { SignInLimit } from '../sessions/sign-in-limit.js';
import { ActiveStaff } from '../staff.js';
import { AccountBody, AccountPath, ChangePasswordDto, CreateAccountDto } from './accounts.dto.js';
import { Accounts } from './accounts.js';

/** Who may sign in. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly limit: SignInLimit,
    private readonly staff: ActiveStaff,
  ) {}

  /** Make an account. */
  @Post()
  @Can('create-account')
  async createAccount(@Body() account: CreateAccountDto): Promise<AccountBody> {
    const { login, employee, roles } = account;
    if (employee !== undefined && !(await this.staff.has(employee))) throw noSuchEmployee();
    await this.accounts.create(account);
    return { login, employee: employee ?? null, roles };
  }

  /** Disable an account; its tokens end with it. */
  @Post(':login/disable')
  @HttpCode(204)
  @Can('disable-account')
  async disableAccount(
    @Param() { login }: AccountPath,
    @FromRequest() { principal }: Sent,
  ): Promise<void> {
    if (login === principal.login) {
      throw new NotPossible('own-account', {
        zh: '不能停用自己的账号',
        en: 'nobody disables their own account',
      });
    }
    await this.accounts.disable(login);
  }

  /** Give an account a new password; its tokens from before end. */
  @Post(':login/change-password')
  @HttpCode(204)
  @Can('change-password')
  async changePassword(
    @Param() { login }: AccountPath,
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @FromRequest() { principal }: Sent,
  ): Promise<void> {
    const own = login === principal.login;
    if (!own && !principal.roles.includes('operator')) throw notYours();
    if (!own) return this.accounts.changePassword(login, newPassword);
    await this.limit.confirm(login);
    await this.accounts.changePassword(login, newPassword, currentPassword ?? '');
    await this.limit.confirmed(login);
  }
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
