/** The one piece that a serial number names among those of a SKU, in capitals; undefined without a serial number. */
export function pieceOf({
  sku,
  serial,
}: {
  readonly sku: string;
  readonly serial?: string;
}): string | undefined {
  return serial === undefined ? undefined : `${sku}/${serial.trim().toUpperCase()}`;
}
