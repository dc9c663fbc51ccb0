import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Invalid } from '@app/kernel';
import { pascalCase, requestOf } from '@app/aggregates';
import type { Outcome, RequestFor } from '@app/event-store';
import {
  badHeader,
  commandIdOf,
  outcomeBody,
  problemOf,
  refusalOf,
  isPassing,
  MOST_FAULTS,
  RequestPipe,
  type CommandDto,
  type Sent,
} from '@app/http';
import { actorFor, doneBeforeDismissal } from '@app/identity';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import { tickets } from '../ticket.aggregate.js';
import type { LateStepDto, StepResult } from './dto/steps.dto.js';
import { questionFor } from './questions.js';

/**
 * Carries out steps that were done without a connection, one after the other, each as if it had come
 * alone, but told late: what a guard would have prevented has happened, and is found. A refused step
 * does not stop those behind it, which may stand without it; a fault that sending again may cure stops
 * the batch, so that the order is kept.
 */
@Injectable()
export class SendSteps {
  private readonly pipe = new RequestPipe();

  constructor(private readonly bus: CommandBus) {}

  /** @throws HttpProblem 400 `if-match-with-batch` */
  async send(ticket: string, steps: readonly LateStepDto[], sent: Sent): Promise<StepResult[]> {
    refuseIfMatch(sent);
    const results: StepResult[] = [];
    let faults = 0;
    for (const step of steps) {
      const result = shortened(await this.attempt(ticket, step, sent), MOST_FAULTS - faults);
      faults += result.problem?.errors?.length ?? 0;
      // One that is refused for its form has waited for nothing: two hundred would pass in one go.
      await setImmediate();
      if (result.result === 'not-tried') {
        const rest = steps
          .slice(results.length + 1)
          .map(({ key }) => ({ key, result: 'not-tried' as const }));
        return [...results, result, ...rest];
      }
      results.push(result);
    }
    return results;
  }

  private async attempt(ticket: string, step: LateStepDto, sent: Sent): Promise<StepResult> {
    const { key } = step;
    try {
      return { key, result: 'done', outcome: outcomeBody(await this.carryOut(ticket, step, sent)) };
    } catch (error) {
      const refusal = refusalOf(error);
      const problem = problemOf(refusal, {
        language: sent.language,
        requestId: sent.correlationId,
      });
      if (isPassing(refusal)) return { key, result: 'not-tried', problem };
      const ask = questionFor(error)?.[sent.language];
      return { key, result: 'refused', problem, ...(ask && { ask }) };
    }
  }

  private async carryOut(
    ticket: string,
    { key, command, occurredAt, data }: LateStepDto,
    sent: Sent,
  ): Promise<Outcome> {
    refuseSecondTime(data);
    doneBeforeDismissal(occurredAt, sent.principal.dismissedAt);
    const { type, form, permission } = tickets.routed.get(pascalCase(command))!;
    const body = (await this.pipe.transform(
      { ...data, occurredAt },
      { type: 'body', metatype: form },
    )) as CommandDto;
    const request = requestOf({ type, id: ticket }, body, {
      ...sent,
      actor: actorFor(sent.principal, permission, sent.actor.onBehalfOf),
      commandId: commandIdOf(sent.principal.login, key),
    });
    const late = { ...request, inBatch: true } as RequestFor<TicketCommand>;
    return this.bus.execute(new tickets.Handle(late));
  }
}

/** Each refused step is told of one fault at least, and of no more when the answer has enough of them. */
function shortened(result: StepResult, left: number): StepResult {
  const { problem } = result;
  if (!problem?.errors || problem.errors.length <= left) return result;
  return { ...result, problem: { ...problem, errors: problem.errors.slice(0, Math.max(1, left)) } };
}

/** One version cannot be that of every step: each would make the next one stale. */
function refuseIfMatch({ expectedVersion }: Sent): void {
  if (expectedVersion === undefined) return;
  throw badHeader('If-Match', 'if-match-with-batch', {
    zh: '批量补报的每一步都会改变版本，不接受 If-Match',
    en: 'every step of a batch changes the version; a batch takes no If-Match',
  });
}

/** The step says when it was done; its data may not say it otherwise. */
function refuseSecondTime(data: Readonly<Record<string, unknown>> = {}): void {
  if (!Object.hasOwn(data, 'occurredAt')) return;
  const says = {
    zh: '发生时间写在步骤上，不写在 data 中',
    en: 'the step itself says when it was done, not its data',
  };
  throw new Invalid('second-time', says, '/occurredAt');
}
