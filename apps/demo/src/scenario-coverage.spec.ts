import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Rule } from '@app/kernel';
import { pascalCase } from '@app/aggregates';
import {
  beginningOf,
  readScenario,
  type Scenario,
  type Step,
  type TicketStory,
} from '@app/scenario';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import { ON_ONE_CLOCK, RESPONSE_TIMES, SCENARIO, scenarioCalled } from './places.js';

const RULES = join(import.meta.dirname, '../../../libs/tickets/src/domain/rules');

/** What no single, well-formed request can break, and what stands in its way. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'delay-without-reason': 'the form of the request demands a reason that is not blank',
  'override-without-reason': 'the form of the request demands a reason that is not blank',
  'tool-recorded-after-use': 'a process finds it, once what was told late of the tool is recorded',
  'hours-overlap': 'guards a race: one after the other, labour-overlaps refuses first',
};

let scenario: Scenario;
let stories: readonly TicketStory[];
let rules: Rule<never>[];

beforeAll(async () => {
  scenario = await readScenario(SCENARIO);
  stories = [...scenario.tickets, ...(await readScenario(RESPONSE_TIMES)).tickets];
  const files = (await readdir(RULES)).filter((file) => /(?<!\.spec)\.ts$/.test(file));
  rules = [];
  // One after the other: Jest links one graph of modules at a time.
  for (const file of files) {
    const module = (await import(join(RULES, file))) as Record<string, unknown>;
    rules.push(...Object.values(module).filter(isRule));
  }
});

const isRule = (value: unknown): value is Rule<never> =>
  typeof value === 'object' && value !== null && 'brokenBy' in value;

const steps = (): readonly Omit<Step, 'by' | 'late'>[] =>
  stories.flatMap(({ steps }) => steps.flatMap((step) => [step, ...(step.late ?? [])]));

describe('the demo scenarios', () => {
  test('come one after the other, as the clock on which they are played only goes forward', async () => {
    const all = await Promise.all(ON_ONE_CLOCK.map((name) => readScenario(scenarioCalled(name))));
    const inOrder = all.toSorted((a, b) => (beginningOf(a) < beginningOf(b) ? -1 : 1));
    for (const [index, { since, title }] of inOrder.slice(1).entries()) {
      const before = inOrder[index]!.tickets.flatMap(({ day, steps }) =>
        steps.map(({ at, told = at }) => (told.length > 5 ? told : `${day} ${told}`)),
      );
      expect([title, since > before.toSorted().at(-1)!]).toEqual([title, true]);
    }
    const tickets = all.flatMap(({ tickets }) => tickets.map(({ ticket }) => ticket));
    expect(new Set(tickets).size).toBe(tickets.length);
  });

  test('takes every command of a ticket at least once', () => {
    const taken = steps().filter(({ refused }) => refused === undefined);
    const commands = new Set(taken.map(({ do: command = '' }) => pascalCase(command)));
    expect([...tickets.routed.keys()].filter((c) => !commands.has(c))).toEqual([]);
  });

  test('breaks every rule that a request can break', () => {
    const clocks = stories.flatMap(({ breached = [] }) => breached);
    const broken = new Set([
      ...steps().flatMap(({ refused, findings = [] }) => [refused, ...findings]),
      ...clocks.map((clock) => `B2/${clock}-late`),
    ]);
    const missing = rules.filter(({ article, code }) => !broken.has(`${article}/${code}`));
    expect(missing.map(({ code }) => code).toSorted()).toEqual(
      Object.keys(OUT_OF_REACH).toSorted(),
    );
  });

  test('finds every rule where rules are kept', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  test('looks back at every ticket, at a version, at a time and at what was known', () => {
    const looked = new Set(scenario.replays.map(({ ticket }) => ticket));
    expect(scenario.tickets.filter(({ ticket }) => !looked.has(ticket))).toEqual([]);
    for (const way of ['version', 'at', 'knownAt'] as const)
      expect(scenario.replays.some((check) => check[way] !== undefined)).toBe(true);
  });

  test('stays on its four business days', () => {
    const days = new Set(scenario.tickets.map(({ day }) => day));
    expect([...days].toSorted()).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']);
    expect(scenario.tickets.length).toBeGreaterThanOrEqual(14);
  });
});
