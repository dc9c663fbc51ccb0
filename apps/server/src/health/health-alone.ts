import type { RequestHandler } from 'express';
import { HttpProblem } from '@app/http';
import { BESIDE } from '../paths.js';

/** The door of a process without the API: health and metrics alone get through. */
export const healthAlone: RequestHandler = (request, _response, next) => {
  next(BESIDE.includes(request.path.slice(1)) ? undefined : NOT_HERE);
};

const NOT_HERE = new HttpProblem(404, 'not-served-here', {
  says: {
    zh: '此进程只在后台更新查询数据，请访问提供接口的进程',
    en: 'this process only keeps the views current; ask one that answers requests',
  },
});
