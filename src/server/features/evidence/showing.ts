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
type Copy = (typeof COPIES)[number]
export type Asked = Copy | 'original'

/** A file that is stored under a key of its own, with the copies that were made of it. */
export type Stored = CopySizes & Shown

const COPY_TYPE = 'image/jpeg'
const original = ({ key, name, mediaType, size }: Shown): Shown => ({
  key,
  name: fileNameOf(name, mediaType),
  mediaType,
  size,
})

/** A picture by its copy, which says nothing of place and device; anything else as it is. */
export function asSeen(file: Stored, asked: Copy): Shown {
  if (!file.mediaType.startsWith('image/')) return original(file)
  return {
    key: copyKey(file.key, asked),
    name: fileNameOf(file.name, COPY_TYPE),
    mediaType: COPY_TYPE,
    size: (asked === 'view' ? file.viewSize : file.smallSize) ?? 0,
  }
}

/** As everybody sees it; the original to who may. */
export async function showFile(
  services: Pick<Services, 'db' | 'files' | 'examiner' | 'now'>,
  file: FoundFile,
  asked: Asked,
): Promise<Shown> {
  const key = storageKey(file)
  if (asked === 'original') {
    const why = whyNotOriginal(file, services.now())
    if (why) throw new Refusal(why)
    return original({ ...file, key })
  }
  const isToCopy = file.mediaType.startsWith('image/') && file.viewSize === null
  const copies = isToCopy ? await makeNow(services, file) : {}
  return asSeen({ ...file, ...copies, key }, asked)
}

/** A picture from before there were copies. */
async function makeNow(
  { db, files, examiner }: Pick<Services, 'db' | 'files' | 'examiner'>,
  file: FoundFile,
): Promise<CopySizes> {
  const copied = await makeCopies({ files, examiner }, storageKey(file), file.mediaType)
  await saveCopies(db, file, copied)
  return copied
}
