import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { Services } from '../../services/services.ts'
import { type Copied, makeCopies } from './copies.ts'
import { receive } from './receiving.ts'
import { type Storage, takeAway } from './removal.ts'
import { storageKey } from './storage-keys.ts'
import * as uploads from './uploads.ts'

/** What an upload has turned out to be. */
export type Measured = Copied & { readonly mediaType: string; readonly size: number; readonly sha256: string }

/** Where an upload goes: the key of its bytes, and its row before, after and instead. */
type Place<T> = {
  readonly key: string
  begin(): Promise<unknown>
  finish(about: Measured): Promise<T>
  takeAway(): Promise<unknown>
}

/**
 * Row, file, copies, row: whatever the moment of a crash, there is a row in state 'uploading' to find the files by, and
 * the sweep does. A failure that can still act takes all of it away itself.
 */
export const uploadTo = <T>(
  { db, files, examiner, now }: Storage & Pick<Services, 'examiner' | 'now'>,
  request: FastifyRequest,
  userId: string,
  placeOf: (mediaType: string) => Place<T>,
): Promise<T> =>
  receive(
    request,
    () => uploads.countUpload(db, userId, now()),
    async ({ mediaType, bytes, measure }) => {
      const place = placeOf(mediaType)
      await place.begin()
      try {
        await files.write(place.key, bytes)
        const copies = await makeCopies({ files, examiner }, place.key, mediaType)
        return await place.finish({ mediaType, ...measure(), ...copies })
      } catch (error) {
        await place.takeAway().catch(() => {})
        throw error
      }
    },
  )

/** One file of evidence. */
export const upload = (
  services: Storage & Pick<Services, 'examiner' | 'now'>,
  request: FastifyRequest,
  of: Omit<uploads.Upload, 'id'>,
): Promise<EvidenceFile> =>
  uploadTo(services, request, of.userId, (mediaType) => {
    const row = { ...of, id: uuidv7(), name: fileNameOf(of.name, mediaType) }
    return {
      key: storageKey(row),
      begin: () => uploads.addUpload(services.db, row, services.now()),
      finish: (about) => uploads.finishUpload(services.db, row, about),
      takeAway: () => takeAway(services, row),
    }
  })
