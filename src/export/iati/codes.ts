import type { Term } from '../../domain/vocabulary.ts';

/** The words of the model in the codes of IATI 2.03. What has no code is absent. */
export const ROLES: Partial<Record<Term<'Role'>, string>> = {
  FUNDING: '1',
  ACCOUNTABLE: '2',
  EXTENDING: '3',
  IMPLEMENTING: '4',
};

export const STATUSES: Record<Term<'ActivityStatus'>, string> = {
  PLANNED: '1',
  ONGOING: '2',
  FINALISING: '3',
  CLOSED: '4',
  CANCELLED: '5',
  SUSPENDED: '6',
};

/** Which of IATI's four kinds of NGO one is, the graph does not know; nor what "other" means there. */
export const ORGANISATION_TYPES: Partial<Record<Term<'OrganisationKind'>, string>> = {
  NATIONAL_AGENCY: '10',
  GOVERNMENT: '10',
  UN_BODY: '40',
  MULTILATERAL: '40',
  FOUNDATION: '60',
  PRIVATE: '70',
  ACADEMIC: '80',
};

export const GOVERNMENT = '10';

export const RELATED: Partial<Record<Term<'RelatedActivityKind'>, string>> = {
  PARENT: '1',
  CHILD: '2',
  SIBLING: '3',
  CO_FUNDED: '4',
  THIRD_PARTY: '5',
};

export const TRANSACTION_TYPES: Record<Term<'TransactionType'>, string> = {
  INCOMING_FUNDS: '1',
  OUTGOING_COMMITMENT: '2',
  DISBURSEMENT: '3',
  EXPENDITURE: '4',
  INTEREST_PAYMENT: '5',
  LOAN_REPAYMENT: '6',
  REIMBURSEMENT: '7',
  PURCHASE_OF_EQUITY: '8',
  SALE_OF_EQUITY: '9',
  CREDIT_GUARANTEE: '10',
  INCOMING_COMMITMENT: '11',
  OUTGOING_PLEDGE: '12',
  INCOMING_PLEDGE: '13',
};

/** Levels of our own: what a level means is for each publisher to say. */
export const HIERARCHY = { PROGRAMME: 1, EDITION: 2, PROJECT: 3 } as const;

/** The DAC's "bilateral, triangular co-operation". */
export const TRIANGULAR = '8';
