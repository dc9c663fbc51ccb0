import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Contexts } from '@app/event-store';
import { Can } from '@app/identity';
import { Invalid, NotFound } from '@app/kernel';
import { codedIn, type Coded } from '../domain/code/code.js';
import { materialStreams } from '../domain/material/material.js';
import { toolStreams } from '../domain/tool/tool.state.js';
import { labelSheet, ON_A_SHEET, type Label } from '../labels/label-sheet.js';
import { readInventory } from '../permissions.js';
import { toolShown } from '../tool-shown.js';
import { LabelParams, ScannedBody, ScanParams } from './label.dto.js';

@ApiTags('labels')
@Controller()
export class LabelController {
  constructor(private readonly contexts: Contexts) {}

  /** A sheet of labels with a scannable code each, as SVG: A4, three by eight (R11). */
  @Get('labels')
  @Can(readInventory)
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async labels(@Query() { materials = [], tools = [] }: LabelParams): Promise<string> {
    const wanted = [
      ...materials.map((id) => ({ kind: 'material', id }) as const),
      ...tools.map((id) => ({ kind: 'tool', id }) as const),
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
      if (is) return { ...coded, is };
    }
    throw nothingSo();
  }

  private async labelOf(coded: Coded): Promise<Label> {
    const found = await this.find(coded);
    if (!found) throw nothingSo(coded);
    return { ...coded, name: found.name };
  }

  private async find({ kind, id }: Coded): Promise<ScannedBody['is'] | undefined> {
    if (kind === 'material') {
      const material = await this.contexts.read(materialStreams, id);
      return material.status === 'none' ? undefined : material;
    }
    const tool = await this.contexts.read(toolStreams, id);
    return tool.status === 'none' ? undefined : toolShown(tool);
  }
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
    zh: `没有此编号的物料或工具${of}`,
    en: `there is no material or tool under ${ofInEnglish}`,
  };
  const pointer = coded === undefined ? '/code' : `/${coded.kind}s`;
  return new NotFound('unknown-code', says, pointer);
}
