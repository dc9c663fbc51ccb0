/** What a scenario expected and what it met; `failures` say where the two differ. */
export interface Tally {
  events: number;
  tickets: number;
  refusalsExpected: number;
  refusalsMet: number;
  findings: number;
  repeats: number;
  replayChecks: number;
  readonly failures: string[];
}

export const emptyTally = (): Tally => ({
  events: 0,
  tickets: 0,
  refusalsExpected: 0,
  refusalsMet: 0,
  findings: 0,
  repeats: 0,
  replayChecks: 0,
  failures: [],
});
