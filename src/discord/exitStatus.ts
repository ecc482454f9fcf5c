/** The exit status for a setting that only a person can correct (sysexits' EX_CONFIG): a supervisor need not try again. */
export const EX_CONFIG = 78;
