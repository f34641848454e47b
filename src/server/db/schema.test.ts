import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { generateSchema } from '../../../scripts/generate-schema.ts'
import { freshDatabase } from '../testing/template.ts'
import { connect } from './database.ts'
import { findKeys, findPlaces, KEPT_BESIDE, keeperOf } from './layout.ts'

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

test('on a cluster each foreign key has its keeper, and those that it cannot say itself stand in the layout', async () => {
  const database = await freshDatabase(inject('clusterUrl'))
  const db = connect({ url: database.url, poolSize: 1 })
  const [places, keys] = [await findPlaces(db), await findKeys(db)]
  await db.destroy()
  await database.drop()
  const keptBy = (keeper: ReturnType<typeof keeperOf>) =>
    keys.filter((key) => keeperOf(key, places) === keeper)
  expect(keptBy('beside')).toEqual(KEPT_BESIDE)
  expect(keptBy('program').map(({ name }) => name)).toEqual([
    'agreement_documents_certificate_fkey',
    'event_guests_of_student',
    'invitation_batches_signature_id_fkey',
    'outgoing_messages_user_id_notification_id_fkey',
    'users_college',
    'users_student',
  ])
})
