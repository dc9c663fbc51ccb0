import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import { FromRequest, TakesIdempotencyKey, type Sent } from '@app/http';
import { Can } from '../decorators.js';
import { SignInLimit } from '../sessions/sign-in-limit.js';
import { ActiveStaff } from '../staff.js';
import { changerOf } from './user-changes.js';
import { UserLists } from './user-lists.js';
import {
  UserPageQuery,
  UserPath,
  UsersQuery,
  ChangePasswordDto,
  ChangeRolesDto,
  CreateUserDto,
} from './users.dto.js';
import { Users } from './users.js';
import { UserBody, UserChangePage, UserPage } from './users.row.js';

/** Who may sign in. */
@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly lists: UserLists,
    private readonly limit: SignInLimit,
    private readonly staff: ActiveStaff,
  ) {}

  /** Users by state, role or employee, in the order of their logins. */
  @Get()
  @Can('read-users')
  listUsers(@Query() which: UsersQuery): Promise<UserPage> {
    return this.lists.users(which);
  }

  /** What was done to a user: who, when, what; the newest first. */
  @Get(':login/changes')
  @Can('read-user-changes')
  userChanges(@Param() { login }: UserPath, @Query() page: UserPageQuery): Promise<UserChangePage> {
    return this.lists.changes(login, page);
  }

  /** Make a user. */
  @Post()
  @Can('create-user')
  @TakesIdempotencyKey()
  async createUser(@Body() user: CreateUserDto, @FromRequest() sent: Sent): Promise<UserBody> {
    const { login, employee, roles } = user;
    if (employee !== undefined && !(await this.staff.has(employee))) throw noSuchEmployee();
    await this.users.create(user, changerOf(sent));
    return { login, employee: employee ?? null, roles };
  }

  /** Disable a user; its tokens end with it. */
  @Post(':login/disable')
  @HttpCode(204)
  @Can('disable-user')
  @TakesIdempotencyKey()
  async disableUser(@Param() { login }: UserPath, @FromRequest() sent: Sent): Promise<void> {
    notOwn(login, sent);
    await this.users.disable(login, changerOf(sent));
  }

  /** Let a disabled user sign in again; its tokens from before stay ended. */
  @Post(':login/enable')
  @HttpCode(204)
  @Can('enable-user')
  @TakesIdempotencyKey()
  async enableUser(@Param() { login }: UserPath, @FromRequest() sent: Sent): Promise<void> {
    await this.users.enable(login, changerOf(sent));
  }

  /** Give a user other roles, from its next request on. */
  @Post(':login/change-roles')
  @HttpCode(204)
  @Can('change-roles')
  @TakesIdempotencyKey()
  async changeRoles(
    @Param() { login }: UserPath,
    @Body() { roles }: ChangeRolesDto,
    @FromRequest() sent: Sent,
  ): Promise<void> {
    notOwn(login, sent);
    await this.users.changeRoles(login, roles, changerOf(sent));
  }

  /** Give a user a new password; its tokens from before end. */
  @Post(':login/change-password')
  @HttpCode(204)
  @Can('change-password')
  @TakesIdempotencyKey()
  async changePassword(
    @Param() { login }: UserPath,
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @FromRequest() sent: Sent,
  ): Promise<void> {
    const own = login === sent.principal.login;
    const by = changerOf(sent);
    if (!own && !sent.principal.roles.includes('operator')) throw notYours();
    if (!own) return this.users.changePassword(login, newPassword, by);
    await this.limit.confirm(login);
    await this.users.changePassword(login, newPassword, by, currentPassword ?? '');
    await this.limit.confirmed(login);
  }
}

/** Whoever runs the installation cannot shut themself out. */
function notOwn(login: string, { principal }: Sent): void {
  if (login !== principal.login) return;
  throw new NotPossible('own-user', {
    zh: '不能停用自己的账号，也不能改变其角色',
    en: 'nobody disables their own user, or changes its roles',
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
  return new Forbidden('not-your-user', {
    zh: '只能修改自己的密码',
    en: 'only an operator changes the password of another user',
  });
}
