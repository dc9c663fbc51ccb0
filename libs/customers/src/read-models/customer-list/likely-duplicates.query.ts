import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Contexts } from '@app/event-store';
import { Invalid } from '@app/kernel';
import { AsOf, isSameText, phoneWords, searchQuery } from '@app/projections';
import { sameCustomers } from '../../contract.js';
import { customerList } from './customer-list.projection.js';
import { CustomerRow } from './customer-list.row.js';
import type {
  LikelyDuplicate,
  LikelyDuplicates,
  LikelyDuplicatesParams,
  Likeness,
} from './likely-duplicates.dto.js';

type Caller = Pick<LikelyDuplicatesParams, 'phone' | 'name' | 'address' | 'customer'>;

/** Customers who are likely the same as somebody who calls, or as a customer on file. */
export class LikelyDuplicatesQuery extends Query<LikelyDuplicates> {
  constructor(
    readonly caller: Caller,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

/** Rows that are compared at most. */
const MOST = 50;

/**
 * The index, which holds keyed hashes alone, names the few rows in which all of a number or of name and
 * address occurs; those are opened and compared.
 */
@QueryHandler(LikelyDuplicatesQuery)
export class LikelyDuplicatesHandler implements IQueryHandler<LikelyDuplicatesQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /** @throws Invalid `nothing-to-compare` */
  async execute({ caller, minPosition }: LikelyDuplicatesQuery): Promise<LikelyDuplicates> {
    const words = wordsOf(caller).flatMap((each) => searchQuery(each, this.asOf.words) ?? []);
    if (words.length === 0) throw nothingToCompare();
    const { customer } = caller;
    const own = customer === undefined ? [] : await sameCustomers(customer, this.contexts);
    const { position, rows } = await this.asOf.read(customerList.name, minPosition, () =>
      this.dataSource
        .getRepository(CustomerRow)
        .createQueryBuilder('r')
        .where('r.search @@ ANY (CAST(:words AS tsquery[]))', { words })
        .andWhere('r.customer <> ALL (:own)', { own })
        .orderBy('r.customer')
        .limit(MOST)
        .getMany(),
    );
    const items = rows.flatMap((row) => likenessOf(row, caller));
    return { items, position: position.toString() };
  }
}

function wordsOf({ phone, name, address }: Caller): string[] {
  const both = name !== undefined && address !== undefined ? [`${name} ${address}`] : [];
  return [...(phone === undefined ? [] : [withoutExtension(phone)]), ...both];
}

function likenessOf(row: CustomerRow, { phone, name, address }: Caller): LikelyDuplicate[] {
  const by: Likeness[] = [];
  if (phone !== undefined && phonesOf(row).some((each) => isSameNumber(each, phone)))
    by.push('phone');
  if (name !== undefined && address !== undefined && isCalled(row, name, address))
    by.push('name-and-address');
  return by.length > 0 ? [{ customer: row.customer, name: row.name, phone: row.phone, by }] : [];
}

function isCalled({ name, sites }: CustomerRow, called: string, at: string): boolean {
  return isSameText(name, called) && sites.some(({ address }) => isSameText(address, at));
}

function phonesOf({ phone, sites, contacts }: CustomerRow): string[] {
  return [phone, ...[...sites, ...contacts].flatMap((each) => each.phone ?? [])];
}

/** Files that are older than the form of numbers hold them as they were typed. */
function isSameNumber(one: string, other: string): boolean {
  return wholeOf(one) === wholeOf(other);
}

function wholeOf(phone: string): string | undefined {
  return phoneWords(withoutExtension(phone)).split(' ')[0];
}

function withoutExtension(phone: string): string {
  return phone.split(';')[0]!;
}

function nothingToCompare(): Invalid {
  const says = {
    zh: '须提供电话，或姓名连同地址',
    en: 'a phone number is needed, or a name with an address',
  };
  return new Invalid('nothing-to-compare', says, '/phone');
}
