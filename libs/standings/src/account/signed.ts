/** Points with their sign: `+3`, `−9`; `0` has none. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}
