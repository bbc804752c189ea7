/** What stands in the way of a connection, in one line that says what to do. */
export function explainDriverError(error: unknown, uri: string): string {
  const { code = '', message = String(error) } = error as {
    code?: string;
    message?: string;
  };
  if (code === 'Neo.ClientError.Security.Unauthorized') {
    return `Neo4j at ${uri} refused the user name or password: check NEO4J_USER and NEO4J_PASSWORD`;
  }
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') {
    return `Neo4j at ${uri} refused too many wrong passwords in a row: wait a few seconds, and check NEO4J_PASSWORD`;
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return `Neo4j at ${uri} has no such database: check NEO4J_DATABASE`;
  }
  if (code === 'ServiceUnavailable' || code === 'SessionExpired') {
    return `Nothing answers as Neo4j at ${uri}: check that it runs and that NEO4J_URI names its Bolt port (${firstLine(message)})`;
  }
  return `Neo4j at ${uri} cannot be used: ${firstLine(message)}`;
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.trim() ?? '';
}
