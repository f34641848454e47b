/** Somebody else's file, on our own site: it may be looked at in our pages and do nothing. */
export const HARMLESS =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"
