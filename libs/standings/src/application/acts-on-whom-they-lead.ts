import { Injectable } from '@nestjs/common';
import { RequestCheck } from '@app/aggregates';
import { Contexts, type CommandRequest } from '@app/event-store';
import { Forbidden } from '@app/kernel';
import { leads } from './leads.js';

/** What a supervisor does to the year of somebody else. The general manager does it to everybody's. */
const OF_SUPERIORS: readonly string[] = [
  'VerifyCase',
  'DropCase',
  'ProposeAct',
  'DecideAct',
  'DeclineAct',
  'EvaluatePeriod',
  'PayShare',
  'EnterOpeningActs',
  'SetTargets',
  'AdjustResult',
  'ConfirmFigures',
  'RefuseFigures',
  'RecordLeave',
  'WithdrawLeave',
  'EnterOpeningFigures',
];

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
    if (free || !OF_SUPERIORS.includes(type)) return;
    if (await leads(actor.id, employee, this.contexts)) return;
    throw new Forbidden('not-led-by-you', {
      zh: '主管只能处理所辖人员的奖惩和数字；其他人员由其上级或总经理处理',
      en: 'a supervisor acts on those below them; of others their own superiors do, or the general manager',
    });
  }
}
