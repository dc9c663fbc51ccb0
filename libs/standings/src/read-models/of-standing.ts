/** The key under which a year's standing is kept. */
export function keyOf(employee: string, year: string): string {
  return `${employee}:${year}`;
}
