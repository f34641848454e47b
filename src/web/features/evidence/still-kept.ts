import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { serverNow } from '../../ui/server-now.ts'

/** Uploads that no act has taken are removed after a day; two hours are left to send the form. */
const KEPT_MS = 22 * 3_600_000

/** Whether a file that was uploaded, and not yet sent with anything, can still be counted on. */
export const isStillKept = ({ uploadedAt }: Pick<EvidenceFile, 'uploadedAt'>): boolean =>
  serverNow().getTime() - Date.parse(uploadedAt) < KEPT_MS
