import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Contexts } from '@app/event-store';
import { FromRequest, type Sent } from '@app/http';
import { Can } from '@app/identity';
import type { Instant } from '@app/kernel';
import { componentOf, unitsCalled } from '../application/marked-units.js';
import { contractsOfUnits } from '../application/unit-covers.js';
import { customerStreams, type Customer } from '../domain/customer.state.js';
import type { CoverContract } from '../domain/unit/cover.js';
import { unknownUnit } from '../domain/unit/unit.decider.js';
import type { KnownUnit } from '../domain/unit/unit.state.js';
import { readUnit } from '../permissions.js';
import { coverShown } from './cover-shown.js';
import { ScannedUnitParams, ScannedUnitsBody, type ScannedUnitBody } from './scanned-unit.dto.js';

@ApiTags('units')
@Controller()
export class ScannedUnitController {
  constructor(private readonly contexts: Contexts) {}

  /** From a scanned code to the component, its unit, where that stands, and what may be claimed for it (V11, V12). */
  @Get('scanned-units')
  @Can(readUnit)
  @ApiOkResponse({ type: ScannedUnitsBody })
  async scannedUnits(
    @Query() { number, at: asked }: ScannedUnitParams,
    @FromRequest() { receivedAt }: Sent,
  ): Promise<ScannedUnitsBody> {
    const at = asked ?? receivedAt;
    const found = await unitsCalled(number, this.contexts);
    if (found.length === 0) throw unknownUnit('/number');
    const owners = [...new Set(found.flatMap(({ customer }) => customer ?? []))];
    const read = await this.contexts.readMany(customerStreams, owners);
    const files = new Map(owners.map((owner, index) => [owner, read[index]!]));
    const contracts = await contractsOfUnits(found, at, this.contexts);
    const shownAs = found.map((unit, index) =>
      shown(unit, { number, at, files, contracts: contracts[index]! }),
    );
    return { units: shownAs };
  }
}

interface Asked {
  readonly number: string;
  readonly at: Instant;
  /** Of the owners, by their ids. */
  readonly files: ReadonlyMap<string, Customer>;
  /** Those that are for the unit. */
  readonly contracts: readonly CoverContract[];
}

function shown(unit: KnownUnit, { number, at, files, contracts }: Asked): ScannedUnitBody {
  const component = componentOf(unit, number);
  return {
    unit: unit as ScannedUnitBody['unit'],
    ...(component && { component }),
    ...standsAt(unit, files),
    cover: coverShown({ ...unit, contracts }, at),
    contracts: [...contracts],
  };
}

function standsAt(
  { customer = '', site: at }: KnownUnit,
  files: Asked['files'],
): Pick<ScannedUnitBody, 'name' | 'site'> {
  const file = files.get(customer);
  if (!file || file.status === 'none') return {};
  const known = file.sites.find(({ site }) => site === at);
  if (!known) return { name: file.name };
  const { site, address, landmark, access } = known;
  return {
    name: file.name,
    site: { site, address, landmark, ...(access !== undefined && { access }) },
  };
}
