import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { Services } from '../../services/services.ts'
import { makeCopies } from './copies.ts'
import { receive } from './receiving.ts'
import { type Storage, takeAway } from './removal.ts'
import { storageKey } from './storage-keys.ts'
import * as uploads from './uploads.ts'

/**
 * Row, file, copies, row: whatever the moment of a crash, there is a row in state 'uploading' to find the files by, and
 * `removeUnused` does. A failure that can still act takes all of it away itself.
 */
export const upload = (
  { db, files, examiner, now }: Storage & Pick<Services, 'examiner' | 'now'>,
  request: FastifyRequest,
  of: Omit<uploads.Upload, 'id'>,
): Promise<EvidenceFile> =>
  receive(
    request,
    () => uploads.countUpload(db, of.userId, now()),
    async ({ mediaType, bytes, measure }) => {
      const row = { ...of, id: uuidv7(), name: fileNameOf(of.name, mediaType) }
      await uploads.addUpload(db, row, now())
      try {
        await files.write(storageKey(row), bytes)
        const copies = await makeCopies({ files, examiner }, row, mediaType)
        return await uploads.finishUpload(db, row, { mediaType, ...measure(), ...copies })
      } catch (error) {
        await takeAway({ db, files }, row).catch(() => {})
        throw error
      }
    },
  )
