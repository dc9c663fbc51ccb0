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

/** Which of its material it is, by serial number or lot; nothing of what is counted alone. */
export function whichOf({ serial, lot }: { readonly serial?: string; readonly lot?: string }): {
  readonly serial?: string;
  readonly lot?: string;
} {
  return { ...(serial !== undefined && { serial }), ...(lot !== undefined && { lot }) };
}
