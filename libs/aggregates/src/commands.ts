import type { Type } from '@nestjs/common';
import type { Command } from '@app/kernel';
import type { CommandDto } from '@app/http';
import type { Allowed, Permission } from '@app/identity';

/** How the route of a command behaves: it begins a stream, changes one, or replaces a whole form. */
export type Manner = 'creates' | 'changes' | 'edits';

/** A command that people give: the form of its data, and the roles that may give it. */
export interface Given<Form> {
  readonly manner: Manner;
  readonly form: Type<Form>;
  readonly roles: Allowed;
  /** Who of those roles, where it is decided by more than the role. Default: all of them. */
  readonly who?: string;
  /** Other aggregates have it too, so its operation is named after both: `reviewFindingOfTicket`. Default: none has. */
  readonly shared?: true;
  /** Never set. It only lets the compiler refuse a form with a field that the command does not have. */
  readonly fields?: Exclude<keyof Form, keyof CommandDto>;
}

/** A command that has a route. */
export interface Routed {
  readonly type: string;
  /** Its name in the description of the API, which no other operation has. */
  readonly operation: string;
  readonly manner: Given<unknown>['manner'];
  readonly form: Given<object>['form'];
  readonly permission: Permission;
}

/** A command that nobody gives: it follows from what happens on another stream. */
export const internal = { manner: 'internal' } as const;

/** What a form of this data says: the data, but for the id, which may come from the path. */
type FormOf<Data, Id extends string> = string extends keyof Data
  ? CommandDto
  : CommandDto & Omit<Data, Id> & Partial<Pick<Data, Id & keyof Data>>;

type Declared<C extends Command, Id extends string> =
  | typeof internal
  | {
      readonly manner: Manner;
      readonly form: Type<FormOf<C['data'], Id>>;
      readonly roles: Allowed;
      readonly who?: string;
      readonly fields?: string extends keyof C['data'] ? never : keyof C['data'];
    };

/**
 * Every command of an aggregate, each with its one form and its roles. A command without roles, or
 * with the form of another one's data, does not compile.
 */
export type Commands<C extends Command, Id extends string> = {
  readonly [K in C as K['type']]: Declared<K, Id>;
};

/** The command begins the stream: `POST /tools`. The id is in its data, else the command's own is taken. */
export function creates<Form extends CommandDto>(form: Type<Form>, roles: Allowed): Given<Form> {
  return { manner: 'creates', form, roles };
}

/** `CheckOutTool` is `POST /tools/{tool}/check-out-tool`. */
export function changes<Form extends CommandDto>(form: Type<Form>, roles: Allowed): Given<Form> {
  return { manner: 'changes', form, roles };
}

/** Of those who may give it by their role, the command takes it only of some: `who` tells the reader of the table. */
export function onlyOf<Form extends CommandDto>(given: Given<Form>, who: string): Given<Form> {
  return { ...given, who };
}

/** As `changes`, for a command that puts a whole form in the place of what was there: it requires `If-Match`. */
export function edits<Form extends CommandDto>(form: Type<Form>, roles: Allowed): Given<Form> {
  return { manner: 'edits', form, roles };
}

/** A command that a library has for whatever aggregate wants it; the same roles may give it everywhere. */
export function shared<Form extends CommandDto>(given: Given<Form>): Given<Form> {
  return { ...given, shared: true };
}
