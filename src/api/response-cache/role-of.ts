import type { FastifyRequest } from 'fastify';

/** Whose questions are answered alike: requests of one role share their answers. Null: neither kept nor answered from what is kept. */
export type RoleOf = (request: FastifyRequest) => string | null;

/** Everybody who does not say who they are. The API looks at no other header for that, and at no cookie. */
export const anonymousOnly: RoleOf = ({ headers }) => (headers.authorization === undefined ? 'anonymous' : null);
