/** Says with every answer which site is served now, so that a page left open over an upgrade finds out. */
export const SITE_VERSION_HEADER = 'site-version'

/** The version of a site: the name of its first script, which changes with every file it leads to; null in a site that is not built. */
export const siteVersionOf = (html: string): string | null =>
  /\/assets\/([\w.-]+\.js)"/.exec(html)?.[1] ?? null
