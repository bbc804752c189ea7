import type { TableDefinition } from '../table-definition.ts';
import { ENTITY_TABLES } from './entity-tables.ts';
import { QUESTION_TABLES } from './question-tables.ts';
import { RELATION_TABLES } from './relation-tables.ts';

/** All that can be exported as a table. What is not here cannot be: alumni and the log of changes are not. */
export const TABLES: readonly TableDefinition[] = [...ENTITY_TABLES, ...RELATION_TABLES, ...QUESTION_TABLES];
