import type { FastifyError, FastifyInstance } from 'fastify';

/** Answers what goes wrong before GraphQL is reached (body too large, not JSON, no such page) in the shape of a GraphQL error. */
export function answerHttpErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ error }, 'a request failed');
    const message = status >= 500 ? 'Internal server error' : error.message;
    return reply.code(status).send(asGraphql(message, status));
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(asGraphql(`${request.method} ${request.url.slice(0, 200)}: not here; questions go to /graphql`, 404)),
  );
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
