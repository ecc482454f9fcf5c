/** Exit status of a setting that only a person can put right (sysexits' EX_CONFIG): whoever supervises need not try again. */
export const EX_CONFIG = 78;
