import { readCodeList } from '../../codelists/read-code-list.ts';
import type { IdentifierReference } from '../../importer.ts';
import { readOrganisation } from '../../organisations/read-organisation.ts';
import type { ActorRequest, Mention } from './actor-request.ts';
import { readLanguage } from './read-language.ts';
import { readTerm } from './read-term.ts';

interface Organisation {
  /** Its id where nobody in the graph owns its identifier. */
  readonly ownId: string;
  /** The name that a code list gives it. */
  readonly listed?: string | undefined;
  readonly identifier?: IdentifierReference;
}

/** The organisation with this reference, or else this name; a kind of channel; null where there is neither. */
export function referToOrganisation(request: ActorRequest, ref: string | undefined): Mention | null {
  const found = readOrganisation(ref, request.name, request.mapping.context.mapping.name);
  if (found === null) return null;
  if (found.form === 'category') {
    const name = readCodeList('crs-channels').find(found.code)?.name ?? found.code;
    return { form: 'category', code: found.code, name };
  }
  if (found.form === 'name') return { form: 'name', id: addOrganisation(request, { ownId: found.id }).id };
  return addOrganisation(request, { ownId: found.id, identifier: found.identifier });
}

/** Adds the organisation with its names and identifier; whoever describes it properly is left alone. */
export function addOrganisation(
  { mapping, actor, place, name }: ActorRequest,
  { ownId, listed, identifier }: Organisation,
): { readonly form: 'organisation'; readonly id: string } {
  const id = identifier === undefined ? ownId : mapping.ownerOf(identifier, 'Organisation', ownId);
  const kind = readTerm(mapping, actor.kind, 'OrganisationKind', place, 'kind') ?? 'OTHER';
  const main = listed ?? name ?? identifier?.value ?? id.slice('organisation:'.length);
  mapping.reference('Organisation', id, { name: main, kind, isPhantom: true }, place);
  const language = readLanguage(mapping, actor.language, place) ?? 'und';
  if (listed !== undefined && listed !== name) {
    mapping.name(id, { value: listed, language: 'en', kind: 'ALIAS' }, place, true);
  }
  if (name !== undefined) mapping.name(id, { value: name, language, kind: 'ALIAS' }, place, true);
  if (identifier !== undefined) mapping.identifier(id, identifier, place, true);
  return { form: 'organisation', id };
}
