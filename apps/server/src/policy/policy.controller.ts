import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotFound } from '@app/kernel';
import { Can } from '@app/identity';
import { article, articles } from '@app/policy';
import { ArticleBody, ArticlePath, ArticlesBody } from './policy.dto.js';

/** The written policy that everything else answers to. */
@ApiTags('policy')
@Controller('policy/articles')
export class PolicyController {
  /** Every article, with its source, its words, and how the software stands to it. */
  @Get()
  @Can('read-policy')
  readArticles(): ArticlesBody {
    return { items: articles };
  }

  /** One article. */
  @Get(':id')
  @Can('read-policy')
  readArticle(@Param() { id }: ArticlePath): ArticleBody {
    const found = article(id);
    if (found) return found;
    throw new NotFound('unknown-article', { zh: '没有此条款', en: 'there is no such article' });
  }
}
