import { Injectable } from '@nestjs/common';
import { HttpProblem } from '@app/http';
import { Users } from '../users/users.js';
import { Passwords } from '../users/passwords.js';
import { ActiveStaff } from '../staff.js';
import { SignInLimit } from './sign-in-limit.js';
import { Tokens } from './tokens.js';

/** What signing in gives. */
export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly roles: string[];
  readonly employee: string | null;
}

/** Signing in with a login name and a password. */
@Injectable()
export class Sessions {
  constructor(
    private readonly users: Users,
    private readonly tokens: Tokens,
    private readonly limit: SignInLimit,
    private readonly staff: ActiveStaff,
    private readonly passwords: Passwords,
  ) {}

  /**
   * A new token. An unknown login, a disabled user, an employee who has left and a wrong password
   * look the same and take the same time.
   *
   * @param asked aborted once nobody waits for the answer: passwords are compared in a queue; default never
   * @throws HttpProblem 401 `sign-in-failed`, 429 `too-many-attempts`, 503 `sign-ins-full`; the signal's reason
   */
  async signIn(
    name: string,
    password: string,
    address: string,
    asked?: AbortSignal,
  ): Promise<Session> {
    const login = name.toLowerCase();
    const turn = await this.limit.enter(login, address);
    const user = await this.users.anyOf(login);
    const right = await this.passwords
      .isOf(user?.password ?? this.passwords.nobodys, password, { ...turn, asked })
      .catch((error: unknown) => this.limit.withdraw(login, address, error));
    if (!user || !right || user.disabledAt) throw failed();
    if (user.employee !== null && !(await this.staff.has(user.employee))) throw failed();
    await this.limit.succeeded(login, address);
    const { token, expiresAt } = await this.tokens.issue(login, user.passwordChangedAt);
    return {
      token,
      expiresAt: expiresAt.toISOString(),
      roles: user.roles,
      employee: user.employee,
    };
  }
}

function failed(): HttpProblem {
  return new HttpProblem(401, 'sign-in-failed', {
    says: { zh: '登录名或密码不正确', en: 'the login name or the password is not right' },
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
