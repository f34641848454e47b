/** The database could not be asked, or broke off before the work was committed: nothing was changed, and later it may be. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database is not available', { cause })
    this.name = 'DatabaseUnavailable'
    // Where it was asked for says nothing, and a site without its database says it for every request.
    this.stack = `${this.name}: ${this.message}`
  }
}

const OF_THE_LINE = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ],
])
/** Classes and codes of PostgreSQL's appendix A: connection, resources, shut-down or recovery, a standby that only reads. */
const OF_THE_SERVER = /^(08|53|58|57P0)|^25006$/
/** What `pg` says of its own connection, without a code. */
const OF_THE_CLIENT = /^(Connection terminated|Client (was closed|has encountered))/

/** Whether it is the database that cannot serve now, and not the statement that is wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { code?: string }
  return OF_THE_LINE.has(code) || OF_THE_SERVER.test(code) || OF_THE_CLIENT.test(error.message)
}
