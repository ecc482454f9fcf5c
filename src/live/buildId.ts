/** Set by rolldown.config.mjs. */
declare const BUILD: string;

/** Changes with every source of the program and every version of its packages; null where the program is not built. */
export const BUILD_ID: string | null = typeof BUILD === 'undefined' ? null : BUILD;
