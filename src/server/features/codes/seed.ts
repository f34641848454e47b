import { type Kysely, sql } from 'kysely'
import destination from './tables/destination.json' with { type: 'json' }
import educationLevel from './tables/education_level.json' with { type: 'json' }
import employerNature from './tables/employer_nature.json' with { type: 'json' }
import employerSize from './tables/employer_size.json' with { type: 'json' }
import ethnicity from './tables/ethnicity.json' with { type: 'json' }
import fileTransfer from './tables/file_transfer.json' with { type: 'json' }
import gender from './tables/gender.json' with { type: 'json' }
import industry from './tables/industry.json' with { type: 'json' }
import jobCategory from './tables/job_category.json' with { type: 'json' }
import politicalStatus from './tables/political_status.json' with { type: 'json' }
import region from './tables/region.json' with { type: 'json' }
import teacherStudent from './tables/teacher_student.json' with { type: 'json' }
import trainingMode from './tables/training_mode.json' with { type: 'json' }

/** The product's own: `kind` in the database → its rows, in the order of the lists on the screens. */
export const SHIPPED = {
  destination,
  employer_nature: employerNature,
  employer_size: employerSize,
  industry,
  job_category: jobCategory,
  education_level: educationLevel,
  training_mode: trainingMode,
  teacher_student: teacherStudent,
  gender,
  ethnicity,
  political_status: politicalStatus,
  file_transfer: fileTransfer,
  region: region.map(([code = null, name = null, parent = null]) => ({
    code: code ?? '',
    name: name ?? '',
    nameEn: null,
    parent,
    validFrom: null,
    validUntil: null,
  })),
}

/**
 * Inserts the rows of all code tables (dictionary.md) that the database does not have yet, in one statement, and gives
 * a destination that came before there were forms its route and its form; answers how many. What the operator has
 * changed stays as it is; a row that was deleted comes back, so what is no longer offered gets its last year instead.
 */
export async function seedCodes<Tables>(db: Kysely<Tables>): Promise<number> {
  const rows = Object.entries(SHIPPED).flatMap(([kind, table]) =>
    table.map((row, position) => ({ ...row, kind, position })),
  )
  const { numAffectedRows } = await sql`
    insert into codes as c (kind, code, name, name_en, parent, class, evidence, evidence_en,
                            counts_as_placed, valid_from, valid_until, position, route, form, part)
    select kind, code, name, "nameEn", parent, class, evidence, "evidenceEn",
           "countsAsPlaced", "validFrom", "validUntil", position, route, form, part
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as rows (
      kind text, code text, name text, "nameEn" text, parent text, class text, evidence text, "evidenceEn" text,
      "countsAsPlaced" boolean, "validFrom" integer, "validUntil" integer, position integer,
      route text, form jsonb, part text)
    on conflict (kind, code) do update set route = excluded.route, form = excluded.form
      where c.route is null and c.form is null and excluded.route is not null`.execute(db)
  return Number(numAffectedRows ?? 0)
}
