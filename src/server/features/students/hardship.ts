import type { RosterValues } from '../../../domain/roster/columns.ts'
import type { Secrets } from '../../services/secrets.ts'

/** 困难类别 that the roster says of a student, each by itself. */
export const hardshipsOf = ({ hardship = '' }: RosterValues): string[] => hardship.split('、').filter(Boolean)

/** By which students of one 困难类别 are found, while what it is stays sealed; the one that is kept from now on first. */
export const hardshipKeysFor = (secrets: Secrets, hardship: string): string[] =>
  secrets.keyedHashes('hardship', hardship).map((hash) => hash.toString('base64url'))

/** What stands beside a student's sealed values (`students.hardships`), JSON. */
export const hardshipKeys = (values: RosterValues, secrets: Secrets): string =>
  JSON.stringify(hardshipsOf(values).map((one) => hardshipKeysFor(secrets, one)[0]))
