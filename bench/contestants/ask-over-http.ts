import type { Case, GraphqlText } from '../questions/question.ts';
import type { Prepared } from './contestant.ts';
import { postJson } from './http-client.ts';

/** One question as a GraphQL request to this address. Its answer stays text until it is looked at: only its way here is timed. */
export function askOverHttp(
  url: URL,
  text: GraphqlText,
  asked: Case,
  headers: Readonly<Record<string, string>> = {},
): Prepared {
  const variables = text.variables?.(asked) ?? asked.variables;
  const body = Buffer.from(JSON.stringify({ query: text.document, variables }));
  return {
    async send() {
      const answer = await postJson(url, body, headers);
      if (answer.status !== 200) throw new Error(`status ${answer.status}: ${answer.body.slice(0, 500)}`);
      return answer.body;
    },
    toCommonForm(answer: string) {
      const { data, errors } = JSON.parse(answer);
      if (errors !== undefined) throw new Error(`answered with errors: ${JSON.stringify(errors).slice(0, 500)}`);
      return text.toCommonForm(data);
    },
  };
}
