import { Refusal } from '../../src/domain/refusal.ts'
import type { World } from './world.ts'

/** What the next upload will be called. */
export const nextFile = (world: World) => `f${Object.keys(world.files).length + 1}`

/** What this person has uploaded and no act has taken. */
export const unusedFiles = (world: World, by: string) =>
  Object.entries(world.files).flatMap(([id, file]) =>
    file.by === by && file.subject === null && !file.gone ? [id] : [],
  )

/** The files of a case that were not set aside. */
export const filesOf = (world: World, subject: string) =>
  Object.entries(world.files).flatMap(([id, file]) => (file.subject === subject && !file.gone ? [id] : []))

/** Makes exactly these the case's files: new ones of the author's own, or those it has. */
export function takeFiles(world: World, by: string, subject: string, ids: readonly string[]): World {
  const mayTake = (id: string) => {
    const file = world.files[id]
    return file && !file.gone && (file.subject === subject || (file.subject === null && file.by === by))
  }
  if (!ids.every(mayTake) || new Set(ids).size !== ids.length)
    throw new Refusal('evidence-not-found', { field: 'evidence' })
  const files = { ...world.files }
  for (const id of filesOf(world, subject)) files[id] = { ...files[id]!, gone: true }
  for (const id of ids) files[id] = { ...files[id]!, subject, gone: false }
  return { ...world, files }
}

const A_DAY = 24 * 60 * 60 * 1000

/** Files that no act has taken for a day are removed. */
export const removeUnused = (world: World): World => ({
  ...world,
  files: Object.fromEntries(
    Object.entries(world.files).map(([id, file]) => {
      const isOld = world.now.getTime() - file.uploadedAt.getTime() > A_DAY
      return [id, file.subject === null && isOld ? { ...file, gone: true } : file]
    }),
  ),
})
