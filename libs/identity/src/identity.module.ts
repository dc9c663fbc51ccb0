import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { UserLists } from './users/user-lists.js';
import { UsersController } from './users/users.controller.js';
import { Users } from './users/users.js';
import { FirstUser } from './users/first-user.js';
import { Passwords } from './users/passwords.js';
import { Acquaintances } from './sessions/acquaintances.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Sessions } from './sessions/sessions.js';
import { SignInLimit } from './sessions/sign-in-limit.js';
import { SigningKey } from './sessions/signing-key.js';
import { Tokens } from './sessions/tokens.js';
import { IdentitySettings } from './settings.js';
import { ActiveStaff } from './staff.js';

/** Who acts: users, tokens, and the guard before every route. Needs a TypeORM DataSource, and `Contexts` for the staff list. */
@Module({
  controllers: [SessionsController, UsersController],
  providers: [
    Users,
    UserLists,
    Acquaintances,
    ActiveStaff,
    FirstUser,
    Passwords,
    Sessions,
    SignInLimit,
    SigningKey,
    Tokens,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class IdentityModule {
  /** The module for one installation. */
  static forRoot(settings: IdentitySettings): DynamicModule {
    return {
      module: IdentityModule,
      providers: [{ provide: IdentitySettings, useValue: settings }],
    };
  }
}
