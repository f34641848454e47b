import type { SealMark } from '../../../domain/seal/seal.ts'
import type { Db } from '../../db/database.ts'
import type { PrintedSeal } from '../../services/documents/typesetter.ts'
import { findPicture } from './queries.ts'

/** The picture of a seal as documents are set with it. */
export async function printedSeal(db: Db, { id }: Pick<SealMark, 'id'>): Promise<PrintedSeal> {
  const { mediaType, bytes } = await findPicture(db, id)
  return mediaType === 'image/png'
    ? { format: 'png', picture: [...bytes] }
    : { format: 'svg', picture: Buffer.from(bytes).toString('utf8') }
}

/** The picture of the school's seal that these facts of a document name; null where they name none. */
export const sealOfSchool = async (
  db: Db,
  { schoolSeal }: { readonly schoolSeal?: Pick<SealMark, 'id'> | undefined },
): Promise<PrintedSeal | null> => (schoolSeal ? printedSeal(db, schoolSeal) : null)
