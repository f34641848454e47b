import { pictureName, picturesOfFacts, picturesOfLine } from '../../../domain/evidence-package.ts'
import { markOf, svgOf } from '../../../domain/signing/drawing.ts'
import type { Db } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import { listPictures } from '../seals/queries.ts'
import { listDrawings } from '../signing/drawings.ts'
import type { Facts } from './queries.ts'

/** What stands in a package under a name. */
export type Part = readonly [name: string, bytes: Buffer]

const hashOfText = (text: string): string => sha256(text).toString('hex')

/** What is looked at of a line: which signature it was made with, and which pictures it names. */
type Signed = { readonly entry: { readonly data?: Readonly<Record<string, unknown>> } }

/** The pictures that the lines and the sealed documents name, and no other: a drawing that neither vouches for proves nothing. */
export async function picturesOf(db: Db, lines: readonly Signed[], facts: readonly Facts[]): Promise<Part[]> {
  const named = new Set([
    ...lines.flatMap(({ entry }) => picturesOfLine(entry.data)),
    ...facts.flatMap((one) => picturesOfFacts(one, hashOfText)),
  ])
  const signatures = lines.flatMap(({ entry }) =>
    typeof entry.data?.signature === 'string' ? [entry.data.signature] : [],
  )
  const [seals, drawings] = await Promise.all([listPictures(db, [...named]), listDrawings(db, signatures)])
  const drawn = drawings.map((drawing) => svgOf(markOf(drawing)))
  const parts = new Map<string, Part>()
  for (const { sha256: hash, mediaType, bytes } of seals)
    parts.set(hash, [pictureName(hash, mediaType === 'image/png' ? 'png' : 'svg'), Buffer.from(bytes)])
  for (const svg of drawn) parts.set(hashOfText(svg), [pictureName(hashOfText(svg), 'svg'), Buffer.from(svg)])
  return [...named].flatMap((hash) => {
    const part = parts.get(hash)
    return part ? [part] : []
  })
}
