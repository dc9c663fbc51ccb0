import type { Type } from '@nestjs/common';
import type { DomainError } from '@app/kernel';
import type { Action, Permission, Reader } from '@app/identity';

/** The state of a stream that was begun, as it is sent: whether its lists may be changed is no matter. */
type Begun<S> = Sent<Exclude<S, undefined | { readonly status: 'none' }>>;
type Sent<Value> = Value extends readonly (infer Item)[]
  ? Sent<Item>[]
  : Value extends object
    ? { [Name in keyof Value]: Sent<Value[Name]> }
    : Value;

/** Asks for a `body` where the state lacks what the answer promises. */
export type ShownAs<S, Body> = [Begun<S>] extends [Body] ? unknown : { readonly body: unknown };

/** How one entity is shown, as its stream says now. */
export interface Showing<S, Key, Body = object> {
  /** The body of the answer. */
  readonly as: Type<Body>;
  /** In the description of the API: `A tool, and in whose hands it is (R11, R12).` */
  readonly summary: string;
  /** Who may read it. */
  readonly to: Action | Permission;
  /** Whether it is shown to somebody who may read it at all; default: to each of them. */
  readonly shownTo?: (key: Key, reader: Reader) => boolean;
  /** Whether there is something to show though nothing has happened on the stream; default: never. */
  readonly ships?: (key: Key) => boolean;
  /** The refusal where there is no such stream. */
  readonly unknown: () => DomainError;
  /** Behind the aggregate's path; default `:<id>`. */
  readonly at?: string;
  /** Name of the operation; default `read` and the category. */
  readonly operation?: string;
  /** Default: the state as it is. */
  readonly body?: (state: S, key: Key) => object;
}
