import type { ActorRequest, Mention } from './actor-request.ts';
import { reportUnknown } from './actor-request.ts';
import { COUNTRY, findCountry } from './find-country.ts';

/** The country with this code or name; null where there is none, which is a problem. */
export function referToCountry(request: ActorRequest, text: string): Mention | null {
  const found = findCountry(text);
  if (found !== undefined) return addCountry(request, found.code, found.name);
  reportUnknown(request, COUNTRY, text);
  return null;
}

export function addCountry({ mapping, place }: ActorRequest, code: string, name: string): Mention {
  return { form: 'country', id: mapping.reference('Country', `country:${code}`, { code, name }, place) };
}
