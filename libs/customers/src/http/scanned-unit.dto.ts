import { InstantText, MayBeAbsent, Slug } from '@app/http';
import type { CoverContract } from '../domain/unit/cover.js';
import { CustomerBody } from './customer.dto.js';
import { InstalledComponentBody, UnitBody } from './unit.dto.js';

/** What was scanned, or read off a paper. */
export class ScannedUnitParams {
  /** The barcode of a component, the number of a service document or contract, or the unit's id. */
  @Slug()
  number!: string;

  /** Of when the cover is asked, such as of the call; default: now. */
  @MayBeAbsent()
  @InstantText()
  at?: string;
}

/** What the owner may claim, and between which instants, both included. */
export class CoverBody {
  /** `chargeable`: what it was, or will be, its instants and its document say. */
  readonly kind!: 'in-warranty' | 'under-contract' | 'chargeable';
  readonly from?: string;
  readonly until?: string;
  /** Number of the contract, or of the tender or contract that the warranty is by. */
  readonly document?: string;
}

class SiteOfUnit {
  readonly site!: string;
  readonly address!: string;
  readonly landmark!: string | null;
  readonly access?: string;
}

/** A contract that is for the unit, by what had been agreed on by the instant that is asked for. */
class ContractOfUnit implements CoverContract {
  /** Its number. */
  readonly document!: string;
  readonly kind!: CoverContract['kind'];
  readonly from!: string;
  /** The last day, included. */
  readonly until!: string;
}

/** A unit that a number stands on. */
export class ScannedUnitBody {
  readonly unit!: UnitBody;
  /** The component that was scanned, and what took its place where it was replaced; absent: another number was. */
  readonly component?: InstalledComponentBody;
  /** Name of the owner on file; absent: nobody on file has it. */
  readonly name?: CustomerBody['name'];
  readonly site?: SiteOfUnit;
  readonly cover!: CoverBody;
  readonly contracts!: ContractOfUnit[];
}

export class ScannedUnitsBody {
  /** Several where one document names several. */
  readonly units!: ScannedUnitBody[];
}
