import { Readable } from 'node:stream'
import type { Services } from '../../services/services.ts'
import { copyKey } from './storage-keys.ts'

/** In bytes; null where the file is seen as it is. */
export type CopySizes = { readonly viewSize: number | null; readonly smallSize: number | null }
/** And which page of a paper form it shows; nulls where none was recognised. */
export type Copied = CopySizes & {
  readonly formNumber: string | null
  readonly formCopy: string | null
  readonly formPage: number | null
}

/**
 * Opens what is stored under this key, and stores beside it what people see of a picture; made again it is the same. Refuses
 * what cannot be opened or shows nothing.
 */
export async function makeCopies(
  { files, examiner }: Pick<Services, 'files' | 'examiner'>,
  key: string,
  mediaType: string,
): Promise<Copied> {
  const { copies, page } = await examiner.examine(mediaType, () => files.read(key))
  if (copies) {
    await files.write(copyKey(key, 'view'), Readable.from([copies.view]))
    await files.write(copyKey(key, 'small'), Readable.from([copies.small]))
  }
  return {
    viewSize: copies?.view.length ?? null,
    smallSize: copies?.small.length ?? null,
    formNumber: page?.number ?? null,
    formCopy: page?.copy ?? null,
    formPage: page?.page ?? null,
  }
}
