import { sql } from 'kysely'
import type { FigureStanding } from '../../../domain/figures/parts.ts'
import type { TransferKind } from '../../../domain/transfer/life.ts'
import { sourceOf } from '../../../domain/transfer/source.ts'
import type { Db } from '../../db/database.ts'
import { readTerms } from '../../db/stored.ts'

const STUDY: FigureStanding = 'further-study'

/** Students `st` of a school, each beside what holds their place, as far as it is certified or registered. */
export const selectPlaced = (db: Db, school: string) =>
  db
    .selectFrom('students as st')
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .leftJoin('placements as p', (on) =>
      on.onRef('p.schoolId', '=', 'st.schoolId').onRef('p.studentId', '=', 'st.id'),
    )
    .leftJoin('agreements as a', (on) =>
      on
        .onRef('a.schoolId', '=', 'p.schoolId')
        .onRef('a.id', '=', 'p.agreementId')
        .on('a.effectiveAt', 'is not', null),
    )
    .leftJoin('employers as e', 'e.id', 'a.employerId')
    .leftJoin('destinations as d', (on) =>
      on
        .onRef('d.schoolId', '=', 'p.schoolId')
        .onRef('d.id', '=', 'p.destinationId')
        .on('d.registeredAt', 'is not', null),
    )
    .leftJoin('codes as k', (on) => on.on('k.kind', '=', 'destination').onRef('k.code', '=', 'd.category'))
    .where('st.schoolId', '=', school)

/** Columns of such a row that say where something goes. */
export const PLACED = [
  'a.terms',
  'p.holder',
  sql<boolean>`coalesce(k.part = ${STUDY}, false)`.as('isStudy'),
  sql<string | null>`e.profile->>'nature'`.as('nature'),
] as const

type Row = { readonly terms: unknown; readonly holder: string | null; readonly isStudy: boolean }
/** Where it goes by what holds the student's place. */
export const saidBy = (kind: TransferKind, { terms, holder, isStudy }: Row) =>
  sourceOf(kind, { terms: terms === null ? null : readTerms(terms), holder, isStudy })
