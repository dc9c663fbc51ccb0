/** As many names as a sentence takes. */
const MOST = 10;

/** The first of some employees, by their ids and what is said of each. */
export function someOf(employees: readonly string[]): string {
  const more = employees.length > MOST ? '…' : '';
  return `${employees.slice(0, MOST).join(', ')}${more}`;
}
