import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, Matches } from 'class-validator';
import { MayBeAbsent, Slug } from '@app/http';
import { ON_A_SHEET } from '../labels/label-sheet.js';
import { MaterialBody } from './material.dto.js';
import { PieceBody } from './piece.dto.js';
import { ToolBody } from './tool.dto.js';

const listed = ({ value }: { readonly value: unknown }): unknown =>
  [value].flat().flatMap((part: unknown) => (typeof part === 'string' ? part.split(',') : [part]));

/** Of which materials and tools, in this order; together as many as are on a sheet. */
export class LabelParams {
  /** Numbers of materials, `?materials=CAP-35,FAN`; one that is named twice gets two labels. */
  @ApiProperty({ required: false, type: [String] })
  @MayBeAbsent()
  @Transform(listed)
  @ArrayMaxSize(ON_A_SHEET)
  @Slug({ each: true })
  materials?: string[];

  @ApiProperty({ required: false, type: [String] })
  @MayBeAbsent()
  @Transform(listed)
  @ArrayMaxSize(ON_A_SHEET)
  @Slug({ each: true })
  tools?: string[];

  /** Pieces by material and serial number, `?pieces=BOARD-7:SN-1001`. */
  @ApiProperty({ required: false, type: [String] })
  @MayBeAbsent()
  @Transform(listed)
  @ArrayMaxSize(ON_A_SHEET)
  @Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}:[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, { each: true })
  pieces?: string[];
}

export class ScanParams {
  /** What the scanner sent, as it sent it: its carriage return does no harm. */
  @Matches(/^[^]{1,200}$/)
  code!: string;
}

/** What a scanned code stands for. */
@ApiExtraModels(MaterialBody, ToolBody, PieceBody)
export class ScannedBody {
  readonly kind!: 'material' | 'tool' | 'piece';
  /** Of a piece its material's number and its own, with a colon between. */
  readonly id!: string;

  @ApiProperty({
    oneOf: [MaterialBody, ToolBody, PieceBody].map((body) => ({ $ref: getSchemaPath(body) })),
  })
  readonly is!: MaterialBody | ToolBody | PieceBody;
}
