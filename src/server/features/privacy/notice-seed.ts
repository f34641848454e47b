import { type Kysely, sql } from 'kysely'
import { PRODUCT_NOTICE } from '../../../words/privacy-notice.ts'
import { PLATFORM } from '../../db/journal.ts'

/** The product's own text, kept as a version of the platform's: whoever agreed to it can always read what it said. */
export async function seedNotice<Tables>(db: Kysely<Tables>): Promise<void> {
  const { edition, text, textEn } = PRODUCT_NOTICE
  await sql`
    insert into privacy_notices (school_id, version, published_at, published_by, material, text, text_en, responsible)
    values (${PLATFORM}, ${edition}, now(), '', true, ${text}, ${textEn}, '')
    on conflict do nothing
  `.execute(db)
}
