import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers what goes wrong before GraphQL is reached (body too large, not JSON, no such page) in the shape of a GraphQL error. */
export function answerHttpErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    const message = status >= 500 ? 'Internal server error' : explain(status, error, request);
    return reply.code(status).send(asGraphql(message, status));
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(asGraphql(`${request.method} ${request.url.slice(0, 200)}: not here; questions go to /graphql`, 404)),
  );
}

/** Answers what goes wrong before a route is found (a path that cannot be decoded) in the same shape. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  reply.code(status).send(asGraphql(explain(status, error, request), status));
}

/** What came and what was expected, where the framework names neither. */
function explain(status: number, error: FastifyError, { headers, routeOptions }: FastifyRequest): string {
  if (status === 413) return `body: too large; at most ${routeOptions.bodyLimit} bytes are read`;
  if (status === 415) return `content-type: got ${headers['content-type']?.slice(0, 100)}, expected application/json`;
  return error.message;
}

function asGraphql(message: string, status: number) {
  const code =
    status === 413
      ? 'LIMIT_EXCEEDED'
      : status === 404
        ? 'NOT_FOUND'
        : status >= 500
          ? 'INTERNAL_SERVER_ERROR'
          : 'BAD_REQUEST';
  return { errors: [{ message, extensions: { code } }] };
}
