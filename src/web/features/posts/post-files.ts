import { addressOf } from '../../../contracts/address.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { readPostFile, uploadPostFile } from '../../../contracts/post-files.ts'
import type { PostAttachment } from '../../../domain/post/content.ts'
import { serverNow } from '../../ui/server-now.ts'
import { upload } from '../../upload.ts'
import type { FileHome } from '../evidence/file-home.ts'

/** The attachment of a post, as the field of files shows it. */
export const shownFile = (of: PostAttachment): EvidenceFile => ({
  id: of.id,
  name: of.name,
  mediaType: of.mediaType,
  size: of.size,
  uploadedAt: serverNow().toISOString(),
  original: null,
  form: null,
})

/** Where the files of an employer's posts go. What no post has taken goes by itself. */
export const POST_FILES: FileHome = {
  send: async (name, file, watch) =>
    shownFile(await upload(uploadPostFile, { query: { name } }, file, watch)),
  remove: null,
  address: (id, { as, download } = {}) =>
    addressOf(readPostFile, {
      params: { id },
      query: { ...(as === 'small' && { as }), ...(download && { download }) },
    }),
  sayWhy: null,
}
