/** Points with their sign: `+3`, `−9`. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`;
}
