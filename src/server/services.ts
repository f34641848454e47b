import type { Db } from './db/database.ts'
import type { Secrets } from './secrets.ts'

/** All that leaves the process, and time: given to each slice as an argument. */
export type Services = {
  readonly db: Db
  readonly now: () => Date
  readonly secrets: Secrets
  readonly baseUrl: string
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed; nobody's when empty. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: string
  /** The built web, or null when only the API is served. */
  readonly webRoot: string | null
}
