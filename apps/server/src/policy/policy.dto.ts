import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { Bilingual } from '@app/kernel';
import type { ArticleId, Correction, DocumentId, Milestone, Standing } from '@app/policy';

/** The article that a route names. */
export class ArticlePath {
  @Matches(/^[VDNRB][\d.]{1,6}$/)
  id!: string;
}

class BilingualBody implements Bilingual {
  readonly zh!: string;
  readonly en!: string;
}

class CorrectionBody implements Correction {
  readonly printed!: string;
  readonly read!: string;
}

/** An article of the written policy, and how the software stands to it. */
export class ArticleBody {
  readonly id!: ArticleId;
  readonly document!: DocumentId;
  /** The number as the source writes it. */
  readonly number!: string;
  readonly title!: BilingualBody;
  /** The source's own words, and a faithful translation of them. */
  readonly text!: BilingualBody;

  /** Misprints that `text.zh` does not repeat; none when absent. */
  @ApiProperty({ type: [CorrectionBody], required: false })
  readonly corrections?: readonly CorrectionBody[];

  readonly kind!: Standing['kind'];

  /** Of a rule: what will bring the part that is not enforced yet. */
  @ApiProperty({ type: [String], required: false })
  readonly rest?: readonly Milestone[];

  /** Of guidance: why no program can check it. */
  readonly reason?: BilingualBody;

  /** Of an article for later: what will bring it. */
  @ApiProperty({ type: [String], required: false })
  readonly broughtBy?: readonly Milestone[];
}

/** Every article. */
export class ArticlesBody {
  @ApiProperty({ type: [ArticleBody] })
  readonly items!: readonly ArticleBody[];
}
