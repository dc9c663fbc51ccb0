/** Tools and parts go into the hands of people who are there; whoever else is named was refused before. */
export interface Holding {
  readonly holder: 'active';
}
