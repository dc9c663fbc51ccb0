import { Controller, Get, Inject, Query, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  addMethod,
  AnswersPageOf,
  FromRequest,
  minPositionOf,
  type PageOf,
  type PageQuery,
  type Sent,
} from '@app/http';
import { Can } from '@app/identity';
import type { RowClass } from '../row.js';
import type { Listing, ListQuestion } from './listing.js';

/** The controller of a list: one route, whose parameters are the question's filter. */
export function listController<Row extends object, Params extends PageQuery>(
  { row }: { readonly row: RowClass<Row> },
  { path, operation, summary, to, params }: Listing<Row, Params>,
  Ask: ListQuestion<Row, Params>,
): Type<object> {
  @ApiTags(path)
  @Controller(path)
  class ListController {
    constructor(@Inject(QueryBus) readonly queries: QueryBus) {}
  }

  function handle(
    this: ListController,
    asked: Params,
    { principal: { id, roles } }: Sent,
  ): Promise<PageOf<Row>> {
    return this.queries.execute(new Ask(asked, minPositionOf(asked), { id, roles }));
  }
  addMethod(ListController, operation, {
    decorators: [Get(), Can(to), AnswersPageOf(row), ApiOperation({ summary })],
    parameters: [
      { type: params, decorate: Query() },
      { type: Object, decorate: FromRequest() },
    ],
    // The description of the API finds the form of the parameters by the method's own name.
    handle: Object.defineProperty(handle, 'name', { value: operation }),
  });
  return ListController;
}
