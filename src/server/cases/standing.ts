import { sql } from 'kysely'
import type { AgreementTurn } from '../../domain/agreement/life.ts'
import { type AgreementStanding, agreementStanding } from '../../domain/agreement/standing.ts'
import type { Destination } from '../../domain/destination/life.ts'
import type { DissolutionCase } from '../../domain/dissolution/case.ts'
import { dissolutionStanding } from '../../domain/dissolution/standing.ts'
import type { Standing } from '../../domain/standing.ts'
import { itsSchool, type SchoolValue } from '../db/its-school.ts'

/** A request as JSON carries it. */
export type DissolutionFacts = Pick<
  DissolutionCase,
  'status' | 'answerBy' | 'waitingFor' | 'askedBy' | 'kind'
> & {
  readonly answeredAt: string | null
  readonly waitingSince: string
}
export const dissolutionFacts = (d: string) => {
  const of = (column: string) => sql.ref(`${d}.${column}`)
  return sql<DissolutionFacts>`jsonb_build_object('status', ${of('status')}, 'kind', ${of('kind')},
    'askedBy', ${of('asked_by')}, 'answerBy', ${of('answer_by')}, 'answeredAt', ${of('answered_at')},
    'waitingFor', ${of('waiting_for')}, 'waitingSince', ${of('waiting_since')})`
}
export const standingOfDissolution = ({ answeredAt, waitingSince, ...of }: DissolutionFacts, at: Date) =>
  dissolutionStanding(
    {
      ...of,
      answeredAt: answeredAt === null ? null : new Date(answeredAt),
      waitingSince: new Date(waitingSince),
    },
    at,
  )

export type AgreementFacts = AgreementTurn & {
  readonly dissolution: DissolutionFacts | null
}
/** What decides where agreements of this table, of this school if of one, stand, as one JSON value; null where there is no row. */
export const agreementFacts = (a: string, school?: SchoolValue) => {
  const of = (column: string) => sql.ref(`${a}.${column}`)
  return sql<AgreementFacts | null>`case when ${of('id')} is not null then jsonb_build_object('kind', ${of('kind')},
    'status', ${of('status')}, 'levels', ${of('levels')}, 'level', ${of('level')}, 'amendment', ${of('amendment')},
    'cancellationBy', ${of('cancellation_by')}, 'fulfilment', case when ${of('fulfilment_by')} is not null then
      jsonb_build_object('by', ${of('fulfilment_by')}, 'answerBy', ${of('fulfilment_answer_by')}) end,
    'sealBy', ${of('seal_by')},
    'dissolution', (select ${dissolutionFacts('open')} from dissolutions open
      where open.school_id = ${itsSchool(a, school)} and open.id = ${of('dissolution_id')})) end`
}
export const standingOfAgreement = (
  { dissolution, ...of }: AgreementFacts,
  at: Date,
): Standing<AgreementStanding> =>
  agreementStanding(of, dissolution && standingOfDissolution(dissolution, at), at)

export type DestinationFacts = Omit<Destination, 'version'>
/** The same of destinations. */
export const destinationFacts = (t: string) => {
  const of = (column: string) => sql.ref(`${t}.${column}`)
  return sql<DestinationFacts | null>`case when ${of('id')} is not null then jsonb_build_object('route', ${of('route')},
    'status', ${of('status')}, 'levels', ${of('levels')}, 'level', ${of('level')}, 'voiding', ${of('voiding')}) end`
}
