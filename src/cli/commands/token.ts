import { issueToken } from '../../api/sign-in/issue-token.ts';
import { readConfig } from '../../config.ts';
import { roleName, type ViewerRole } from '../../domain/sign-in/viewer.ts';
import { SetupError } from '../../errors.ts';
import { tokenRules } from '../token-rules.ts';

export interface TokenOptions {
  readonly role: readonly ViewerRole[];
  readonly for: string;
  readonly hours: number;
}

/** Prints a token that the server of this data folder, or of this AUTH_SECRET, accepts; how to use it goes to the error output. */
export async function token({ role, for: id, hours }: TokenOptions): Promise<void> {
  const rules = tokenRules(readConfig());
  if (!rules) throw new SetupError('NEO4J_URI is set, but AUTH_SECRET is not; set the secret of the server here, too');
  console.log(await issueToken(rules, { id, roles: role }, hours));
  console.error(
    `For ${id}, as ${role.map(roleName).join(', ')}, for ${hours} hours. Send it as the header "Authorization: Bearer <token>".`,
  );
}
