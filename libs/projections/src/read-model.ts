import type { Type } from '@nestjs/common';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { MigrationInterface } from 'typeorm';
import type { Permission } from '@app/identity';
import type { Readership } from '@app/identity';
import type { Projection } from './projection.js';

/** Everything that one question brings: what the server, the command line and the tests need to know of it. */
export interface ReadModel {
  /** Its rows, and so its tables and entities. */
  readonly projection: Projection;
  /** What makes its tables, and whatever changed them since, oldest first. */
  readonly migrations: readonly Type<MigrationInterface>[];
  /** Who may ask it: what `@Can` of its routes names. */
  readonly permission: Permission;
  /** The routes under which it is asked. */
  readonly controller: Type;
  /** What answers on Nest's query bus. */
  readonly handlers: readonly Type<IQueryHandler>[];
  /** Who says whose rows are shown to whom; default: who may ask is shown all. */
  readonly readership?: Type<Readership>;
}
