import { Text } from '@app/http';
import type { Session } from './sessions.js';

export class SignInDto {
  @Text({ max: 64, singleLine: true })
  login!: string;

  @Text({ max: 200, singleLine: true })
  password!: string;
}

/** A session as it was opened. */
export class SessionBody implements Session {
  /** Send it as `Authorization: Bearer <token>`. */
  token!: string;
  /** Twelve hours from now; sign in again then. */
  expiresAt!: string;
  roles!: string[];
  /** Id of the employee whose user it is; null for a program's or the operator's. */
  employee!: string | null;
}
