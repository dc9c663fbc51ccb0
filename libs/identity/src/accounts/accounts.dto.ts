import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import { MayBeAbsent, Slug, Text } from '@app/http';
import { roles, type Role } from '../roles.js';

const LOGIN = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export class CreateAccountDto {
  /** Lower-case letters, digits, `.`, `_` and `-`; at most 64. */
  @Matches(LOGIN)
  login!: string;

  @Text({ min: 8, max: 200, singleLine: true })
  password!: string;

  /** Id of the employee whose account it is, who must work here; left out for a program's. */
  @MayBeAbsent()
  @Slug()
  employee?: string;

  /** In the order in which they are tried: the first that may do something does it. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(roles.length)
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles!: Role[];
}

export class ChangePasswordDto {
  /** Required for one's own account; an operator sets another's without it. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  currentPassword?: string;

  @Text({ min: 8, max: 200, singleLine: true })
  newPassword!: string;
}

/** The account that a route names. */
export class AccountPath {
  @Matches(LOGIN)
  login!: string;
}

/** An account as it is shown; its password never is. */
export class AccountBody {
  login!: string;
  employee!: string | null;
  roles!: Role[];
}
