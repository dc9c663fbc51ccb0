import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { MayBeAbsent, PageQuery, Slug, Text } from '@app/http';
import { roles, type Role } from '../roles.js';

const LOGIN = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** `WANG` is the user `wang`. */
const lowerCase = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;

export class ChangeRolesDto {
  /** In the order in which they are tried: the first that may do something does it. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(roles.length)
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles!: Role[];
}

export class CreateUserDto extends ChangeRolesDto {
  /** Letters, digits, `.`, `_` and `-`, at most 64; capitals are taken as small letters. */
  @Transform(lowerCase)
  @Matches(LOGIN)
  login!: string;

  @Text({ min: 8, max: 200, singleLine: true })
  password!: string;

  /** Id of the employee whose user it is, who must work here; left out for a program's. */
  @MayBeAbsent()
  @Slug()
  employee?: string;
}

export class ChangePasswordDto {
  /** Required for one's own user; an operator sets another's without it. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  currentPassword?: string;

  @Text({ min: 8, max: 200, singleLine: true })
  newPassword!: string;
}

/** The user that a route names. */
export class UserPath {
  @Transform(lowerCase)
  @Matches(LOGIN)
  login!: string;
}

/** Which page of a list that is not read from the log. */
export class UserPageQuery extends OmitType(PageQuery, ['minPosition'] as const) {}

/** Which users. Conditions hold all at once. */
export class UsersQuery extends UserPageQuery {
  /** Default: both. */
  @MayBeAbsent()
  @IsIn(['enabled', 'disabled'])
  status?: 'enabled' | 'disabled';

  /** One of the user's roles. */
  @MayBeAbsent()
  @IsIn(roles)
  role?: Role;

  /** Id of the employee whose user it is. */
  @MayBeAbsent()
  @Slug()
  employee?: string;
}
