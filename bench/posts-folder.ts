import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { secretsFrom } from '../src/server/services/secrets.ts'
import { print } from './load.ts'
import { addPosts } from './many-posts.ts'
import { gatherStudents } from './many-students.ts'

/** What a folder has been filled with. */
export type Filled = {
  readonly posts: number
  readonly students: number
  readonly schools: readonly string[]
}
type Wanted = {
  readonly posts: number
  readonly students: number
  readonly secret: string
  readonly at: Date
}

/**
 * Fills a folder once: whoever finds it filled measures at once. While it is filled a power cut may lose it; it is filled when
 * `filled.json` stands in it.
 */
export async function fillOnce(folder: string, { posts, students, secret, at }: Wanted): Promise<Filled> {
  const mark = join(folder, 'filled.json')
  if (existsSync(mark)) return JSON.parse(await readFile(mark, 'utf8')) as Filled
  if (existsSync(join(folder, 'postgres')))
    throw new Error(`${folder}: filling it was broken off; delete the folder first`)
  const began = performance.now()
  const tell = (done: string) =>
    print(`filling: ${done}`, `${Math.round((performance.now() - began) / 1000)} s`)
  const database = await startEmbedded(folder, { durable: false })
  let schools: readonly string[]
  try {
    await migrate(database.url)
    const desks = await gatherStudents(database.url, secretsFrom(secret), students, at)
    tell(`${students} students`)
    schools = desks.map(({ school }) => school)
    const db = connect({ url: database.url, poolSize: 1 })
    await addPosts(db, { schools, posts, at }, tell).finally(() => db.destroy())
  } finally {
    await database.stop()
  }
  const filled = { posts, students, schools }
  await writeFile(mark, JSON.stringify(filled))
  return filled
}
