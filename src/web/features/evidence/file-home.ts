import { addressOf } from '../../../contracts/address.ts'
import { uploadForAdmission } from '../../../contracts/admissions.ts'
import {
  type EvidenceFile,
  openOriginal,
  readEvidence,
  removeEvidence,
  uploadEvidence,
} from '../../../contracts/evidence.ts'
import { call } from '../../call.ts'
import { upload, type Watch } from '../../upload.ts'

/** Where files are read. */
export type FileSource = {
  readonly address: (
    id: string,
    query?: { readonly as?: 'small' | 'original'; readonly download?: '1' },
  ) => string
  /** Says why an original is needed; null where originals are nobody's to have. */
  readonly sayWhy: ((id: string, reason: string) => Promise<unknown>) | null
}
/** And where those of a field go. */
export type FileHome = FileSource & {
  readonly send: (name: string, file: File, watch: Watch) => Promise<EvidenceFile>
  /** Null where what no act takes is left to go by itself. */
  readonly remove: ((id: string) => Promise<unknown>) | null
}

/** Files of cases at a school. */
export const evidenceAt = (school: string): FileHome => ({
  address: (id, query = {}) => addressOf(readEvidence, { params: { school, id }, query }),
  sayWhy: (id, reason) => call(openOriginal, { params: { school, id }, body: { reason } }),
  send: (name, file, watch) => upload(uploadEvidence, { params: { school }, query: { name } }, file, watch),
  remove: (id) => call(removeEvidence, { params: { school, id } }),
})

/** The same, of an employer that the school may not know yet. */
export const admissionFilesAt = (school: string): FileHome => ({
  ...evidenceAt(school),
  send: (name, file, watch) => upload(uploadForAdmission, { query: { school, name } }, file, watch),
})
