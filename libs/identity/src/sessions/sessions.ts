import { Injectable } from '@nestjs/common';
import { HttpProblem } from '@app/http';
import { Accounts } from '../accounts/accounts.js';
import { Passwords } from '../accounts/passwords.js';
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
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
    private readonly limit: SignInLimit,
    private readonly staff: ActiveStaff,
    private readonly passwords: Passwords,
  ) {}

  /**
   * A new token. An unknown login, a disabled account, an employee who has left and a wrong password
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
    const account = await this.accounts.anyOf(login);
    const right = await this.passwords
      .isOf(account?.password ?? this.passwords.nobodys, password, { ...turn, asked })
      .catch((error: unknown) => this.limit.withdraw(login, address, error));
    if (!account || !right || account.disabledAt) throw failed();
    if (account.employee !== null && !(await this.staff.has(account.employee))) throw failed();
    await this.limit.succeeded(login, address);
    const { token, expiresAt } = await this.tokens.issue(login, account.passwordChangedAt);
    return {
      token,
      expiresAt: expiresAt.toISOString(),
      roles: account.roles,
      employee: account.employee,
    };
  }
}

function failed(): HttpProblem {
  return new HttpProblem(401, 'sign-in-failed', {
    says: { zh: '登录名或密码不正确', en: 'the login name or the password is not right' },
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
