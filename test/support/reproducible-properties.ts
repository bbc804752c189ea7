import fc from 'fast-check';

/** The same samples at every run, so that a failure means a change; PROPERTY_SEED asks for others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_122) });
