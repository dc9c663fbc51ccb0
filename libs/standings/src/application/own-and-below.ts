import { Injectable } from '@nestjs/common';
import { Readership, type Reader } from '@app/identity';
import { leadsOthers, readsEverybodys } from '../permissions.js';
import { Subordinates } from './ports.js';

/**
 * In lists of what is known of people: their own; for a supervisor also that of all below them, be it over
 * others; for the general manager or an auditor everybody's.
 */
@Injectable()
export class OwnAndBelow extends Readership {
  constructor(private readonly subordinates: Subordinates) {
    super();
  }

  async readableTo({ id, roles }: Reader): Promise<readonly string[] | undefined> {
    if (readsEverybodys(roles)) return undefined;
    return leadsOthers(roles) ? [id, ...(await this.subordinates.of(id))] : [id];
  }
}
