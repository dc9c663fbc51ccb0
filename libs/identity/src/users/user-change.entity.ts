import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Actor, Instant } from '@app/kernel';
import type { Role } from '../roles.js';

/** What can be done to a user; a password is reset by an operator and changed by its owner. */
export type UserChangeKind =
  'created' | 'disabled' | 'enabled' | 'roles-changed' | 'password-reset' | 'password-changed';

/** Who changes a user: as whom they acted, and with which user. */
export interface Changer extends Actor {
  readonly login: string;
}

/** Who changes a user, and with which command: the same one again changes nothing. */
export interface ChangeSender extends Changer {
  /** Made from the user and the `Idempotency-Key`; default: a command that nobody sends again. */
  readonly command?: string;
}

/** What was done to a user. A row is written together with the change, and never changed itself. */
@Entity({ schema: 'identity', name: 'user_change' })
export class UserChangeEntity {
  /** Counts up over all users. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  change!: string;

  @Column('text')
  login!: string;

  @Column('text')
  kind!: UserChangeKind;

  @Column({
    type: 'timestamptz',
    precision: 3,
    insert: false,
    transformer: {
      to: (instant: unknown) => instant,
      from: (value: Date) => value.toISOString(),
    },
  })
  at!: Instant;

  /** Null for the service itself at its first start. */
  @Column('json', { nullable: true })
  by!: Changer | null;

  /** Null for a program's user or the operator's, and for a change that does not touch it. */
  @Column('text', { nullable: true })
  employee!: string | null;

  /** Null for a change that does not touch them. */
  @Column('text', { array: true, nullable: true })
  roles!: Role[] | null;

  /** Null for the service itself, and for a change from before commands were noted. */
  @Column('uuid', { nullable: true, select: false })
  command!: string | null;
}
