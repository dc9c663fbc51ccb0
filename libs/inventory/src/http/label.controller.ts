import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Contexts } from '@app/event-store';
import { Can } from '@app/identity';
import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { codedIn, type Coded } from '../domain/code/code.js';
import { materialStreams } from '../domain/material/material.js';
import { pieceStreams } from '../domain/piece/piece.js';
import { toolStreams } from '../domain/tool/tool.state.js';
import { labelSheet, ON_A_SHEET, type Label } from '../labels/label-sheet.js';
import { readInventory } from '../permissions.js';
import { pieceShown } from '../piece-shown.js';
import { SkusOfSerialQuery } from '../read-models/skus-of-serial/skus-of-serial.query.js';
import { toolShown } from '../tool-shown.js';
import { LabelParams, ScannedBody, ScanParams } from './label.dto.js';
import type { PieceBody } from './piece.dto.js';

@ApiTags('labels')
@Controller()
export class LabelController {
  constructor(
    private readonly contexts: Contexts,
    private readonly queries: QueryBus,
  ) {}

  /** A sheet of labels with a scannable code each, as SVG: A4, three by eight (R11). */
  @Get('labels')
  @Can(readInventory)
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async labels(@Query() { materials = [], tools = [], pieces = [] }: LabelParams): Promise<string> {
    const wanted = [
      ...materials.map((id) => ({ kind: 'material', id }) as const),
      ...tools.map((id) => ({ kind: 'tool', id }) as const),
      ...pieces.map((id) => ({ kind: 'piece', id }) as const),
    ];
    if (wanted.length === 0 || wanted.length > ON_A_SHEET) throw notASheet();
    return labelSheet(await Promise.all(wanted.map((each) => this.labelOf(each))));
  }

  /** What a scanned code stands for, and where it is (R11, R12). */
  @Get('scanned')
  @Can(readInventory)
  @ApiOkResponse({ type: ScannedBody })
  async scanned(@Query() { code }: ScanParams): Promise<ScannedBody> {
    for (const coded of codedIn(code)) {
      const is = await this.find(coded);
      if (is) return { ...coded, ...(isPiece(is) && { id: `${is.sku}:${is.serial}` }), is };
    }
    throw nothingSo();
  }

  private async labelOf(coded: Coded): Promise<Label> {
    const found = await this.find(coded);
    if (!found) throw nothingSo(coded);
    if (!isPiece(found)) return { ...coded, name: found.name };
    const { sku, serial } = found;
    const material = await this.contexts.read(materialStreams, sku);
    const name = material.status === 'none' ? sku : material.name;
    return { ...coded, id: `${sku}:${serial}`, name };
  }

  private async find({ kind, id }: Coded): Promise<ScannedBody['is'] | undefined> {
    if (kind === 'material') {
      const material = await this.contexts.read(materialStreams, id);
      return material.status === 'none' ? undefined : material;
    }
    if (kind === 'piece') return this.piece(id);
    const tool = await this.contexts.read(toolStreams, id);
    return tool.status === 'none' ? undefined : toolShown(tool);
  }

  /** @throws NotPossible `serial-of-several` the number alone is that of pieces of several materials */
  private async piece(id: string): Promise<PieceBody | undefined> {
    const [serial, sku] = id.split(':').reverse();
    const skus =
      sku === undefined ? await this.queries.execute(new SkusOfSerialQuery(serial!)) : [sku];
    if (skus.length > 1) throw ofSeveral(serial!, skus);
    const [of] = skus;
    const piece =
      of === undefined
        ? undefined
        : await this.contexts.read(pieceStreams, { sku: of, serial: serial! });
    return piece && pieceShown(piece);
  }
}

function isPiece(is: ScannedBody['is']): is is PieceBody {
  return 'sku' in is && 'serial' in is;
}

function ofSeveral(serial: string, skus: readonly string[]): NotPossible {
  const says = {
    zh: `序列号 ${serial} 属于多种物料（${skus.join('、')}），请扫 S:物料编号:序列号`,
    en: `${serial} is a serial number of several materials (${skus.join(', ')}): scan S:, the material’s number, a colon and it`,
  };
  return new NotPossible('serial-of-several', says, '/code');
}

function notASheet(): Invalid {
  const says = {
    zh: `一张标签页须有 1 至 ${ON_A_SHEET} 个标签`,
    en: `a sheet has 1 to ${ON_A_SHEET} labels`,
  };
  return new Invalid('not-a-sheet', says, '/materials');
}

/** @param coded default: what was scanned */
function nothingSo(coded?: Coded): NotFound {
  const of = coded === undefined ? '' : `：${coded.id}`;
  const ofInEnglish = coded === undefined ? 'that code' : coded.id;
  const says = {
    zh: `没有此编号的物料、工具或序列号${of}`,
    en: `there is no material, tool or piece under ${ofInEnglish}`,
  };
  const pointer = coded === undefined ? '/code' : `/${coded.kind}s`;
  return new NotFound('unknown-code', says, pointer);
}
