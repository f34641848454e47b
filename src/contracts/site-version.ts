/** Says with every answer which site is served now, so that a page left open over an upgrade finds out. */
export const SITE_VERSION_HEADER = 'site-version'

/** The version of a site by the address of its first script, whose name changes with all that it leads to; null where it is not built. */
export const siteVersionOf = (script: string): string | null =>
  /\/assets\/([\w.-]+\.js)$/.exec(script)?.[1] ?? null
