import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import type { Services } from '../../services/services.ts'
import { receive } from './receiving.ts'
import { type Storage, storageKey, takeAway } from './removal.ts'
import * as uploads from './uploads.ts'

/**
 * Row, file, row: whatever the moment of a crash, there is a row in state 'uploading' to find the file by, and
 * `removeUnused` does. A failure that can still act takes both away itself.
 */
export const upload = (
  { db, files, now }: Storage & Pick<Services, 'now'>,
  request: FastifyRequest,
  of: Omit<uploads.Upload, 'id'>,
): Promise<EvidenceFile> =>
  receive(request, async ({ mediaType, bytes, measure }) => {
    const row = { ...of, id: uuidv7() }
    await uploads.addUpload(db, row, now())
    try {
      await files.write(storageKey(row), bytes)
      return await uploads.finishUpload(db, row, { mediaType, ...measure() })
    } catch (error) {
      await takeAway({ db, files }, row).catch(() => {})
      throw error
    }
  })
