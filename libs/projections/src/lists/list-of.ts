import type { PageQuery } from '@app/http';
import type { Projection } from '../projection.js';
import type { ReadModel } from '../read-model.js';
import type { RowClass } from '../row.js';
import { listController } from './list-controller.js';
import { listHandler, questionOf } from './list-query.js';
import type { Listing, ListParams, ListQuestion } from './listing.js';

/** A read model that is asked for pages of its rows. */
export interface List<Row, Params extends PageQuery> extends ReadModel {
  /** The question on Nest's query bus. */
  readonly Ask: ListQuestion<Row, Params>;
}

/**
 * The read model of a list, declared once: its route, its question on the query bus and the handler
 * that answers it with pages of the projection's rows.
 */
export function listOf<Row extends object, Params extends ListParams<Row>>(
  projection: Projection & { readonly row: RowClass<Row> },
  listing: Listing<Row, Params>,
): List<Row, Params> {
  const { migrations, to } = listing;
  const Ask = questionOf<Row, Params>(projection.name);
  return {
    projection,
    migrations,
    permission: to,
    controller: listController(projection, listing, Ask),
    handlers: [listHandler(projection, listing, Ask)],
    ...(listing.of && { readership: listing.of.readership }),
    Ask,
  };
}
