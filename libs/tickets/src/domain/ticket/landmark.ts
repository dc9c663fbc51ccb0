/** How people write down that there is no landmark. */
const UNKNOWN: ReadonlySet<string> = new Set(['无', '没有', '不知道', 'none', 'unknown']);

/** The landmark that was said (N12); null where it says that there is none. */
export function landmarkOf(said: string | null | undefined): string | null {
  return said === null || said === undefined || UNKNOWN.has(said.trim()) ? null : said;
}
