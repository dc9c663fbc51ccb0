import { setImmediate } from 'node:timers/promises';
import { toSVG } from 'bwip-js/node';
import { codeOf, type Coded } from '../domain/code/code.js';

/** A code, and what stands beneath it for people. */
export type Label = Coded & { readonly name: string };

/* A4 in millimetres, three labels by eight. */
const PAGE = { width: 210, height: 297 };
const COLUMNS = 3;
const ROWS = 8;
const CELL = { width: PAGE.width / COLUMNS, height: PAGE.height / ROWS };
const CODE = { width: 54, height: 15 };

/** So many labels are on a sheet. */
export const ON_A_SHEET = COLUMNS * ROWS;

/** Up to so many characters a row of bars is narrow enough for a label; longer ones become a square (QR). */
const IN_BARS = 20;
const NAME = 22;

/**
 * A sheet of labels as SVG, filled row by row; each code is read by any scanner. Each is drawn in a turn
 * of the event loop of its own: a sheet of squares takes half a second.
 */
export async function labelSheet(labels: readonly Label[]): Promise<string> {
  const { width, height } = PAGE;
  const cells: string[] = [];
  for (const [index, label] of labels.slice(0, ON_A_SHEET).entries()) {
    await setImmediate();
    cells.push(cellOf(label, index));
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="sans-serif" text-anchor="middle">`,
    ...cells,
    '</svg>\n',
  ].join('\n');
}

function cellOf(label: Label, index: number): string {
  const left = (index % COLUMNS) * CELL.width;
  const top = Math.floor(index / COLUMNS) * CELL.height;
  const middle = left + CELL.width / 2;
  const place = `x="${middle - CODE.width / 2}" y="${top + 4}" width="${CODE.width}" height="${CODE.height}"`;
  return [
    barsOf(codeOf(label)).replace('<svg ', `<svg ${place} `),
    `<text x="${middle}" y="${top + 24}" font-size="3.5">${escaped(codeOf(label))}</text>`,
    `<text x="${middle}" y="${top + 29}" font-size="3.5">${escaped(shortened(label.name))}</text>`,
  ].join('\n');
}

/** Bars in Code 128, or a square in QR where they would be too wide. */
function barsOf(text: string): string {
  const bcid = text.length > IN_BARS ? 'qrcode' : 'code128';
  return toSVG({ bcid, text, ...(bcid === 'code128' && { height: 10 }) }).trim();
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length > NAME ? `${letters.slice(0, NAME - 1).join('')}…` : name;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}
