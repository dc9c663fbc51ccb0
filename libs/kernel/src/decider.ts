/**
 * An aggregate as three pure functions. Given the same command and state, `decide` always answers
 * with the same events, or throws the same DomainError; no events means that nothing is to change.
 */
export interface Decider<Command, State, Event> {
  readonly initialState: () => State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (command: Command, state: State) => readonly Event[];
}

/** The state after `events`, from the beginning or from `state`. */
export function fold<State, Event>(
  { initialState, evolve }: Pick<Decider<never, State, Event>, 'initialState' | 'evolve'>,
  events: readonly Event[],
  state: State = initialState(),
): State {
  return events.reduce(evolve, state);
}
