import type { Db } from '../db/database.ts'
import type { Files } from './files.ts'
import type { Jobs } from './jobs.ts'
import type { Mail } from './mail.ts'
import type { Secrets } from './secrets.ts'

/** All that leaves the process, and time: given to each slice as an argument. */
export type Services = {
  readonly db: Db
  readonly now: () => Date
  readonly secrets: Secrets
  readonly jobs: Jobs
  /** Null where the site sends no e-mail. */
  readonly mail: Mail | null
  readonly files: Files
  readonly baseUrl: string
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed; nobody's when empty. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: string
  /** The built web, or null when only the API is served. */
  readonly webRoot: string | null
}
