import { ApiProperty } from '@nestjs/swagger';
import { ComplaintItem } from '@app/complaints/src/read-models/complaint-board/complaint-board.row.js';
import { ContractRow } from '@app/contracts/src/read-models/contract-list/contract-list.row.js';
import { CustomerBody } from '@app/customers/src/http/customer.dto.js';
import { CoverBody } from '@app/customers/src/http/scanned-unit.dto.js';
import { UnitRow } from '@app/customers/src/read-models/unit-list/unit-list.row.js';
import { BoardItem } from '@app/tickets/src/read-models/ticket-board/ticket-board.row.js';

/** A unit of the customer's, and what may be claimed for it now, by its warranty or a contract. */
export class UnitOfCustomer extends UnitRow {
  readonly cover!: CoverBody;
}

export class UnitsOfCustomer {
  @ApiProperty({ type: [UnitOfCustomer] })
  readonly items!: UnitOfCustomer[];
  /** For the rest: `after` of the list of units; null: these are all. */
  readonly next!: string | null;
}

export class ContractsOfCustomer {
  readonly items!: ContractRow[];
  /** For the rest: `after` of the list of contracts; null: these are all. */
  readonly next!: string | null;
}

export class TicketsOfCustomer {
  /** The latest opened first. */
  readonly items!: BoardItem[];
  /** For the rest: `after` of the board of tickets; null: these are all. */
  readonly next!: string | null;
}

export class ComplaintsOfCustomer {
  /** The latest first, of those that the reader may read. */
  readonly items!: ComplaintItem[];
  /** For the rest: `after` of the board of complaints; null: these are all. */
  readonly next!: string | null;
}

/** A customer on one page (R8). What the reader may not read is absent. */
export class CustomerPage {
  /** Every file that is of them, the one to go by first: persons, sites, consents. */
  readonly files!: CustomerBody[];
  readonly units?: UnitsOfCustomer;
  readonly contracts?: ContractsOfCustomer;
  readonly tickets?: TicketsOfCustomer;
  readonly complaints?: ComplaintsOfCustomer;
}
