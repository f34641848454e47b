import { z } from 'zod'

/** The first entry: what has to be known before anything is restored. */
export const ABOUT = 'about.json'
export const about = z.object({
  format: z.literal(1),
  /** Of the product that made it. */
  version: z.string(),
  /** By it a restoration that was broken off knows its file again. */
  id: z.uuid(),
  at: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  /** In the order of the entries; columns that the database derives are none of them. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Check value (hex) of the newest secret that its personal data is sealed by. */
  secret: z.string(),
})
export type About = z.infer<typeof about>

/** The last entry: a file without it is none. */
export const CONTENTS = 'contents.json'
export const contents = z.object({
  rows: z.record(z.string(), z.int()),
  jobs: z.int(),
  files: z.int(),
  /** Keys of files that rows name and the store did not have. */
  missing: z.array(z.string()),
  /** The last number that each sequence has given; null where it has given none. */
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
})
export type Contents = z.infer<typeof contents>

/** `tables/students/3`: a piece of what COPY says; `jobs/1`; `files/evidence/99901/<id>`. */
const TABLES = 'tables'
const JOBS = 'jobs'
const FILES = 'files'
export const nameOf = {
  piece: (table: string, nth: number) => `${TABLES}/${table}/${nth}`,
  jobs: (nth: number) => `${JOBS}/${nth}`,
  file: (key: string) => `${FILES}/${key}`,
}

/** What an entry holds, by its name; null for the first, the last and what is none of ours. */
export function kindOf(
  name: string,
): { readonly kind: 'piece' | 'jobs' | 'file'; readonly of: string } | null {
  const [room, ...rest] = name.split('/')
  if (room === TABLES && rest.length === 2) return { kind: 'piece', of: rest[0]! }
  if (room === JOBS && rest.length === 1) return { kind: 'jobs', of: '' }
  if (room === FILES && rest.every((part) => /^[\w-][\w.-]*$/.test(part)))
    return { kind: 'file', of: rest.join('/') }
  return null
}
