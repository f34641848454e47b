import { sql } from 'kysely'
import type { z } from 'zod'
import { type DeskCase, type employerWorkbench, MOST_ON_DESK } from '../../contracts/employers.ts'
import { addDays, dayInChina } from '../../domain/day.ts'
import { dissolutionStatusAt } from '../../domain/dissolution/life.ts'
import { invitationStatusAt } from '../../domain/invitation/life.ts'
import { invitationStanding } from '../../domain/invitation/standing.ts'
import * as acrossSchools from '../db/across-schools.ts'
import type { Db } from '../db/database.ts'
import { CASES } from './all.ts'
import type { OfEmployer, OnDesk } from './record.ts'
import { standingOfAgreement, standingOfDissolution } from './standing.ts'

type Desk = z.output<(typeof employerWorkbench.schema.response)[200]>
type RowOf<R> = R extends (of: never) => { readonly expressionType?: infer Row | undefined }
  ? NonNullable<Row>
  : never
type Row = RowOf<NonNullable<(typeof CASES)[keyof typeof CASES]['employerDesk']>>
type Part = 'mine' | 'ended' | 'others'
type Placed = Row & {
  readonly part: Part
  readonly schoolName: string
  readonly schoolNameEn: string
  /** Its place in its part, from 1. */
  readonly place: number
  /** How many there are of this kind and turn, and how many of these end until tomorrow. */
  readonly n: number
  readonly soon: number
}

/**
 * An employer's desk in one statement: of each part what ends first, then what has waited longest, and beside it how much
 * there is of each kind and turn. The first row of each comes in any case, to bring its number.
 */
async function findRows(db: Db, of: OfEmployer): Promise<Placed[]> {
  const parts = Object.values(CASES).flatMap(({ employerDesk }) =>
    employerDesk ? [sql`(${employerDesk(of)})`] : [],
  )
  const { rows } = await sql<Placed>`
    with desk as (
      select *, case turn when 'employer' then 'mine' when 'ended' then 'ended' else 'others' end as part
      from (${sql.join(parts, sql` union all `)}) waiting
    ), placed as (
      select *, row_number() over (partition by part order by until nulls last, since, id) as place,
        row_number() over of_turn as nth, count(*) over (partition by kind, turn) as n,
        count(*) filter (where until <= ${addDays(dayInChina(of.at), 1)}) over (partition by kind, turn) as soon
      from desk window of_turn as (partition by kind, turn order by until nulls last, since, id)
    )
    select placed.*, s.name as school_name, s.name_en as school_name_en from placed join schools s on s.id = placed.school_id
    where place <= ${MOST_ON_DESK} or nth = 1 order by place ${acrossSchools.employers}`.execute(db)
  return rows
}

/** Where it stands at this instant, by the rules of its kind. */
function shown(row: Placed, at: Date): DeskCase {
  const common = {
    id: row.id,
    school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
    student: { name: row.studentName, studentNumber: row.studentNumber },
    position: row.position,
    since: row.since.toISOString(),
    until: row.until,
  }
  switch (row.kind) {
    case 'invitation': {
      const { kind, facts } = row
      return {
        ...common,
        kind,
        status: invitationStatusAt(facts, at),
        standing: invitationStanding(facts, facts.isPlaced, at),
      }
    }
    case 'agreement': {
      const { kind, facts } = row
      return { ...common, kind, status: facts.status, standing: standingOfAgreement(facts, at) }
    }
    case 'dissolution': {
      const { kind, facts } = row
      return {
        ...common,
        kind,
        status: dissolutionStatusAt(facts, at),
        standing: standingOfDissolution(facts, at),
      }
    }
  }
}

/** What waits for the employer and for others, and how much there is of each. */
export async function findEmployerDesk(
  db: Db,
  of: OfEmployer,
): Promise<
  Pick<Desk, Part> & {
    counts: Pick<Desk['counts'], 'invitations' | 'dissolutions'> & {
      agreements: Desk['counts']['dissolutions']
    }
  }
> {
  const rows = await findRows(db, of)
  const first = (kind: Row['kind'], turn: OnDesk['turn']) =>
    rows.find((row) => row.kind === kind && row.turn === turn)
  const n = (kind: Row['kind'], turn: OnDesk['turn']) => first(kind, turn)?.n ?? 0
  const byTurn = (kind: Row['kind']) => ({
    employer: n(kind, 'employer'),
    student: n(kind, 'student'),
    school: n(kind, 'school'),
  })
  const on = (part: Part) => rows.filter((row) => row.part === part && row.place <= MOST_ON_DESK)
  const all = (part: Part) => on(part).map((row) => shown(row, of.at))
  return {
    mine: all('mine'),
    ended: all('ended').flatMap((one) => (one.kind === 'invitation' ? [one] : [])),
    others: all('others'),
    counts: {
      invitations: {
        pending: n('invitation', 'student'),
        endingSoon: first('invitation', 'student')?.soon ?? 0,
        endedLately: n('invitation', 'ended'),
      },
      agreements: byTurn('agreement'),
      dissolutions: byTurn('dissolution'),
    },
  }
}
