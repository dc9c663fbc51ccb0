import { Injectable } from '@nestjs/common';
import { RequestCheck, type AnyAggregate } from '@app/aggregates';
import { Contexts, type CommandRequest } from '@app/event-store';
import { staff } from '@app/identity';
import { Forbidden } from '@app/kernel';
import { figures } from '../figures.aggregate.js';
import { standings } from '../standing.aggregate.js';
import { leads } from './leads.js';

/**
 * What a supervisor does to the year of somebody else: of all that they may, what not everybody of the staff
 * may likewise. Whoever reports, is heard or appeals leads nobody by it.
 */
export const OF_SUPERIORS: ReadonlySet<string> = new Set(
  ([standings, figures] as readonly Pick<AnyAggregate, 'routed'>[])
    .flatMap(({ routed }) => [...routed.values()])
    .filter(({ permission: { roles } }) => roles.includes('supervisor') && !isEverybodys(roles))
    .map(({ type }) => type),
);

function isEverybodys(roles: readonly string[]): boolean {
  return staff.every((role) => roles.includes(role));
}

/** A supervisor acts on those whose standing they may read: all below them, be it over others (R2). */
@Injectable()
export class ActsOnWhomTheyLead extends RequestCheck {
  constructor(private readonly contexts: Contexts) {
    super();
  }

  /** @throws Forbidden `not-led-by-you` */
  async check({ type, data, actor }: CommandRequest): Promise<void> {
    const { employee } = data as { readonly employee: string };
    // That nobody acts in a case of their own is a rule, and refused as one.
    const free = actor.role !== 'supervisor' || actor.id === employee;
    if (free || !OF_SUPERIORS.has(type)) return;
    if (await leads(actor.id, employee, this.contexts)) return;
    throw new Forbidden('not-led-by-you', {
      zh: '主管只能处理所辖人员的奖惩和数字；其他人员由其上级或总经理处理',
      en: 'a supervisor acts on those below them; of others their own superiors do, or the general manager',
    });
  }
}
