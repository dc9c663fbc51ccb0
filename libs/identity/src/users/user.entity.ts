import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../roles.js';

/** Somebody who may sign in. Users are no events; what is done to them, UserChangeEntity keeps. */
@Entity({ schema: 'identity', name: 'users' })
export class UserEntity {
  /** Lower case. */
  @PrimaryColumn('text')
  login!: string;

  /** The password's scrypt hash in PHC form. */
  @Column('text')
  password!: string;

  /** Id of the employee whose user it is; null for a program's or the operator's. */
  @Column('text', { nullable: true })
  employee!: string | null;

  /** In the order in which they are tried. */
  @Column('text', { array: true })
  roles!: Role[];

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** Tokens from before are not accepted. */
  @Column({ type: 'timestamptz', name: 'password_changed_at', precision: 3 })
  passwordChangedAt!: Date;
}
