import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EverybodyBelowQuery } from '@app/department/src/read-models/employee-list/everybody-below.query.js';
import { Subordinates } from '@app/standings/src/application/ports.js';

/** Rewards and discipline ask the department who is below whom. */
@Injectable()
export class SubordinatesOnFile extends Subordinates {
  constructor(private readonly queries: QueryBus) {
    super();
  }

  of(leader: string): Promise<readonly string[]> {
    return this.queries.execute(new EverybodyBelowQuery(leader));
  }
}
