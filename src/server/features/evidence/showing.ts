import { whyNotOriginal } from '../../../domain/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import { type CopySizes, makeCopies } from './copies.ts'
import { type COPIES, copyKey, storageKey } from './storage-keys.ts'
import { saveCopies } from './uploads.ts'

/** A file as one of those who may see it finds it. */
export type FoundFile = Key &
  CopySizes & {
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly sha256: string
    readonly subject: string | null
    readonly isUploader: boolean
    readonly isStaff: boolean
    /** When they last said why they need the original. */
    readonly openedAt: Date | null
  }

/** What is sent of it: bytes under a key, by the name that their own type asks for. */
export type Shown = {
  readonly key: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}
export type Asked = (typeof COPIES)[number] | 'original'

const COPY_TYPE = 'image/jpeg'
const original = (file: FoundFile): Shown => ({
  key: storageKey(file),
  name: fileNameOf(file.name, file.mediaType),
  mediaType: file.mediaType,
  size: file.size,
})

/** Pictures by their copies, which say nothing of place and device, and anything else as it is; the original to who may. */
export async function showFile(
  services: Pick<Services, 'db' | 'files' | 'examiner' | 'now'>,
  file: FoundFile,
  asked: Asked,
): Promise<Shown> {
  if (asked === 'original') {
    const why = whyNotOriginal(file, services.now())
    if (why) throw new Refusal(why)
    return original(file)
  }
  if (!file.mediaType.startsWith('image/')) return original(file)
  const { viewSize, smallSize } = file.viewSize === null ? await makeNow(services, file) : file
  return {
    key: copyKey(file, asked),
    name: fileNameOf(file.name, COPY_TYPE),
    mediaType: COPY_TYPE,
    size: (asked === 'view' ? viewSize : smallSize) ?? 0,
  }
}

/** A picture from before there were copies. */
async function makeNow(
  { db, files, examiner }: Pick<Services, 'db' | 'files' | 'examiner'>,
  file: FoundFile,
): Promise<CopySizes> {
  const copied = await makeCopies({ files, examiner }, file, file.mediaType)
  await saveCopies(db, file, copied)
  return copied
}
