/** What a scenario expected and what it met; `failures` say where the two differ. */
export interface Tally {
  events: number;
  tickets: number;
  refusalsExpected: number;
  refusalsMet: number;
  /** Steps to be refused that were not judged, as the scenario had been played further before. */
  passedOver: number;
  /** On tickets; those of other things stand in their own histories. */
  findings: number;
  /** Steps that were sent again and changed nothing. */
  repeats: number;
  replayChecks: number;
  /** Types of the tickets' events that were met. */
  readonly eventTypes: Set<string>;
  /** Codes of the rules that refused something or led to a finding. */
  readonly rules: Set<string>;
  readonly failures: string[];
}

export const emptyTally = (): Tally => ({
  events: 0,
  tickets: 0,
  refusalsExpected: 0,
  refusalsMet: 0,
  passedOver: 0,
  findings: 0,
  repeats: 0,
  replayChecks: 0,
  eventTypes: new Set(),
  rules: new Set(),
  failures: [],
});

/** What several scenarios met, as if they were one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      events: sum.events + each.events,
      tickets: sum.tickets + each.tickets,
      refusalsExpected: sum.refusalsExpected + each.refusalsExpected,
      refusalsMet: sum.refusalsMet + each.refusalsMet,
      passedOver: sum.passedOver + each.passedOver,
      findings: sum.findings + each.findings,
      repeats: sum.repeats + each.repeats,
      replayChecks: sum.replayChecks + each.replayChecks,
      eventTypes: new Set([...sum.eventTypes, ...each.eventTypes]),
      rules: new Set([...sum.rules, ...each.rules]),
      failures: [...sum.failures, ...each.failures],
    }),
    emptyTally(),
  );
}

/** A tally in figures, for programs. */
export function summaryOf(tally: Tally, seconds: number) {
  const { events, tickets, refusalsExpected, refusalsMet, findings, repeats, replayChecks } = tally;
  return {
    events,
    tickets,
    refusalsExpected,
    refusalsMet,
    findings,
    repeats,
    replayChecks,
    failures: tally.failures.length,
    seconds: Math.round(seconds * 10) / 10,
  };
}
