/** The currencies of ISO 4217 that this runtime knows, with those that went out of use. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency');
