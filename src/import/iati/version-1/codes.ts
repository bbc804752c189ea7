/** The codes of IATI 1.01 to 1.05 that version 2 replaced, in small letters, and those that took their place. */
export const CODES_OF_VERSION_1 = {
  OrganisationRole: codes({ funding: '1', accountable: '2', extending: '3', implementing: '4' }),
  ActivityDateType: codes({ 'start-planned': '1', 'start-actual': '2', 'end-planned': '3', 'end-actual': '4' }),
  TransactionType: codes({ if: '1', c: '2', d: '3', e: '4', ir: '5', lr: '6', r: '7', qp: '8', qs: '9', cg: '10' }),
  /** The World Bank's and ISO's have no number in version 2: they keep their letters. */
  SectorVocabulary: codes({
    dac: '1',
    'dac-3': '2',
    cofog: '3',
    nace: '4',
    ntee: '5',
    adt: '6',
    ro: '99',
    ro2: '98',
    wb: 'WB',
    iso: 'ISO',
  }),
} as const;

/** The names of codes, in small letters: version 1 lets publishers write the name and leave out the code. */
export const NAMES_OF_CODES = {
  ActivityStatus: codes({
    'pipeline/identification': '1',
    implementation: '2',
    completion: '3',
    finalisation: '3',
    'post-completion': '4',
    closed: '4',
    cancelled: '5',
    suspended: '6',
  }),
  TransactionType: codes({
    'incoming funds': '1',
    commitment: '2',
    disbursement: '3',
    expenditure: '4',
    'interest repayment': '5',
    'loan repayment': '6',
    reimbursement: '7',
    'purchase of equity': '8',
    'sale of equity': '9',
    'credit guarantee': '10',
  }),
} as const;

function codes(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table));
}
