const text = (description: string) => ({ type: 'string', description }) as const;

/** The schema of a problem document (RFC 9457). */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: text('urn:service-centre:problem:<code>'),
    title: text('what kind of refusal it is'),
    status: { type: 'integer' },
    code: text('stable, made for programs'),
    detail: text('what happened, for people'),
    instance: text('names the request; the log has it too'),
    errors: {
      type: 'array',
      description: 'the fields that are to blame',
      items: {
        type: 'object',
        required: ['pointer', 'in', 'code', 'detail'],
        properties: {
          pointer: text('JSON pointer of the field'),
          in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
          code: text('stable, made for programs'),
          detail: text('what is wrong with it, for people'),
        },
      },
    },
    article: text('the article of the written policy under which it was refused'),
    articleTitle: text("the article's title"),
  },
};
