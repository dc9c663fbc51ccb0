import type { Type } from '@nestjs/common';
import type { DomainError } from '@app/kernel';
import type { Action, Permission } from '@app/identity';

/** How one entity is shown, as its stream says now. */
export interface Showing<S, Key> {
  /** The body of the answer. */
  readonly as: Type<object>;
  /** In the description of the API: `A tool, and in whose hands it is (R11, R12).` */
  readonly summary: string;
  /** Who may read it. */
  readonly to: Action | Permission;
  /** The refusal where there is no such stream. */
  readonly unknown: () => DomainError;
  /** Behind the aggregate's path; default `:<id>`. */
  readonly at?: string;
  /** Name of the operation; default `read` and the category. */
  readonly operation?: string;
  /** Default: the state as it is. */
  readonly body?: (state: S, key: Key) => object;
}
