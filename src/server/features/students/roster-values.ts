import { sql } from 'kysely'
import type { Correctable } from '../../../domain/correction/correctable.ts'
import { type DocumentType, lookUpForm } from '../../../domain/identity-document.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { RosterValues } from '../../../domain/roster/columns.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readSettings } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'

const selectRoster = (db: Db, { school, id }: Key) =>
  db
    .selectFrom('students as st')
    .innerJoin('schools as s', 's.id', 'st.schoolId')
    .where('st.schoolId', '=', school)
    .where('st.id', '=', id)
    .select(['st.studentNumber', 'st.name', 'st.gender', 'st.collegeId', 'st.className', 'st.educationLevel'])
    .select(['st.majorCode', 'st.majorName', 'st.graduationYear', 'st.trainingMode', 'st.designatedEmployer'])
    .select('st.designatedCreditCode')
    .select(['st.documentType', 'st.idNumberCipher', 'st.examNumberCipher', 's.settings'])
    // No join: whoever has waited for a student who was moved meanwhile finds the new college's name.
    .select(
      sql<string>`(select c.name from colleges c where c.school_id = ${school} and c.id = st.college_id)`.as(
        'college',
      ),
    )

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectRoster>['executeTakeFirst']>>>

const valuesOf = (row: Found, secrets: Secrets): RosterValues => ({
  studentNumber: row.studentNumber,
  name: row.name,
  documentType: row.documentType,
  documentNumber: secrets.open(row.idNumberCipher),
  gender: row.gender,
  college: row.collegeId,
  className: row.className,
  educationLevel: row.educationLevel,
  majorCode: row.majorCode,
  majorName: row.majorName,
  graduationYear: String(row.graduationYear),
  trainingMode: row.trainingMode,
  designatedEmployer: row.designatedEmployer ?? '',
  designatedCreditCode: row.designatedCreditCode ?? '',
  examineeNumber: row.examNumberCipher ? secrets.open(row.examNumberCipher) : '',
})

function parse(row: Found | undefined, secrets: Secrets) {
  if (!row) throw new Refusal('not-found')
  const { name, studentNumber, college, majorName: major, collegeId } = row
  return {
    roster: valuesOf(row, secrets),
    collegeId,
    snapshot: { name, studentNumber, college, major },
    settings: readSettings(row.settings),
  }
}

/** What the roster says of a student, in the clear, with the school's settings. */
export const findRoster = async (db: Db, key: Key, secrets: Secrets) =>
  parse(await selectRoster(db, key).executeTakeFirst(), secrets)

/** The same, locked: what is signed meanwhile waits, and what is entered from a file. */
export const lockRoster = async (tx: Tx, key: Key, secrets: Secrets) =>
  parse(await selectRoster(tx, key).forNoKeyUpdate('st').executeTakeFirst(), secrets)

/** Nobody changes what the roster says of the student, or asks for it, while this transaction lasts. */
export const holdRoster = (tx: Tx, { school, id }: Key) =>
  tx
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select('id')
    .forShare()
    .executeTakeFirst()

const documentOf = ({ documentType, documentNumber = '' }: RosterValues) => ({
  type: documentType as DocumentType,
  number: documentNumber,
})

/** The number of another student of the same year who has the document of these values; null where nobody has. */
export async function findHolder(
  db: Db,
  { school, id }: Key,
  values: RosterValues,
  secrets: Secrets,
): Promise<string | null> {
  const document = documentOf(values)
  const found = await db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('idNumberIndex', 'in', secrets.blindIndexes(lookUpForm(document)))
    .where('documentType', '=', document.type)
    .where('graduationYear', '=', Number(values.graduationYear))
    .where('id', '<>', id)
    .select('studentNumber')
    .executeTakeFirst()
  return found?.studentNumber ?? null
}

type Columns = Readonly<Record<string, string | number | Buffer | null>>
/** The columns of each field; a document's two go together. */
const COLUMNS: Record<Correctable, (values: RosterValues, secrets: Secrets) => Columns> = {
  name: ({ name = '' }) => ({ name, nameFolded: foldText(name) }),
  documentType: (values, secrets) => COLUMNS.documentNumber(values, secrets),
  documentNumber: (values, secrets) => {
    const document = documentOf(values)
    return {
      documentType: document.type,
      idNumberCipher: secrets.seal(document.number),
      idNumberIndex: secrets.blindIndex(lookUpForm(document)),
    }
  },
  gender: ({ gender = '' }) => ({ gender }),
  educationLevel: ({ educationLevel = '' }) => ({ educationLevel }),
  majorCode: ({ majorCode = '' }) => ({ majorCode }),
  majorName: ({ majorName = '' }) => ({ majorName }),
  className: ({ className = '' }) => ({ className }),
  graduationYear: ({ graduationYear }) => ({ graduationYear: Number(graduationYear) }),
  trainingMode: ({ trainingMode = '' }) => ({ trainingMode }),
  designatedEmployer: ({ designatedEmployer }) => ({ designatedEmployer: designatedEmployer || null }),
  designatedCreditCode: ({ designatedCreditCode }) => ({
    designatedCreditCode: designatedCreditCode || null,
  }),
  examineeNumber: ({ examineeNumber }, secrets) => ({
    examNumberCipher: examineeNumber ? secrets.seal(examineeNumber) : null,
  }),
}

/** The roster says these values in these fields; what was signed keeps its snapshot (`domain.md` §5.6). The caller journals it. */
export const saveRoster = (
  tx: Tx,
  { school, id }: Key,
  { values, fields }: { readonly values: RosterValues; readonly fields: readonly Correctable[] },
  secrets: Secrets,
) =>
  tx
    .updateTable('students')
    .set({
      ...Object.assign({}, ...fields.map((field) => COLUMNS[field](values, secrets))),
      version: sql`version + 1`,
    })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()
