import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { generateSchema } from '../../../scripts/generate-schema.ts'
import { freshDatabase } from '../testing/template.ts'

test('the types of the database are those of its migrations: run `npm run schema` after adding one', async () => {
  const database = await freshDatabase(inject('clusterUrl'))
  // Within the repository, so that its form applies.
  const folder = mkdtempSync(join(import.meta.dirname, '.schema-'))
  try {
    const fresh = join(folder, 'schema.generated.ts')
    generateSchema(database.url, fresh)
    const kept = join(import.meta.dirname, 'schema.generated.ts')
    expect(readFileSync(fresh, 'utf8')).toBe(readFileSync(kept, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
    await database.drop()
  }
})
