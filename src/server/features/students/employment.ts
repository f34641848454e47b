import { sql } from 'kysely'
import type { AgreementStatus } from '../../../domain/agreement/life.ts'
import { dayInChina } from '../../../domain/day.ts'
import { DECLARED, type DestinationStatus } from '../../../domain/destination/life.ts'
import { destinationStanding } from '../../../domain/destination/standing.ts'
import type { EmploymentStatus } from '../../../domain/employment.ts'
import {
  employmentStatusOf,
  FURTHER_STUDY,
  type PlacementFacts,
  placesMeaning,
} from '../../../domain/employment-of.ts'
import {
  type AgreementFacts,
  agreementFacts,
  type DestinationFacts,
  destinationFacts,
  standingOfAgreement,
} from '../../cases/standing.ts'
import { statusIn } from '../../db/status-in.ts'
import { readNames } from '../../db/stored.ts'

/**
 * What decides a student's employment information (就业信息), one JSON value beside the student `st` of this school: what holds the
 * place, and what is declared. The category of an agreement is the code table's one row that is reached by agreement.
 */
export const employmentFacts = (school: string) => sql<EmploymentFacts>`(
  select jsonb_build_object(
    'kind', p.kind, 'holder', p.holder, 'caseId', coalesce(pa.id, pd.id), 'agreementFacts', ${agreementFacts('pa', school)}, 'destinationFacts', ${destinationFacts('pd')},
    'agreement', pa.status, 'dissolving', pa.dissolution_id is not null, 'effectiveAt', pa.effective_at,
    'destination', pd.status, 'voiding', pd.voiding, 'registeredAt', pd.registered_at,
    'names', coalesce(pd.category_names, (select jsonb_build_object('name', k.name, 'nameEn', coalesce(k.name_en, k.name))
      from codes k where k.kind = 'destination' and k.route = 'agreement' order by k.position limit 1)),
    'class', (select k.class from codes k where k.kind = 'destination' and k.code = pd.category),
    'declaredNames', dd.category_names, 'declaredAt', dd.declared_at)
  from (select 1) one
  left join placements p on p.school_id = ${school} and p.student_id = st.id
  left join agreements pa on pa.school_id = ${school} and pa.id = p.agreement_id
  left join destinations pd on pd.school_id = ${school} and pd.id = p.destination_id
  left join destinations dd on dd.school_id = ${school} and dd.student_id = st.id
    and ${statusIn('dd.status', DECLARED)})`

export type EmploymentFacts = {
  readonly kind: 'online' | 'paper' | 'destination' | null
  readonly holder: string | null
  /** Of the agreement or destination that holds the place. */
  readonly caseId: string | null
  readonly agreementFacts: AgreementFacts | null
  readonly destinationFacts: DestinationFacts | null
  readonly agreement: AgreementStatus | null
  readonly dissolving: boolean
  readonly effectiveAt: string | null
  readonly destination: DestinationStatus | null
  readonly voiding: boolean | null
  readonly registeredAt: string | null
  readonly names: unknown
  readonly class: string | null
  readonly declaredNames: unknown
  readonly declaredAt: string | null
}

const placementOf = (of: EmploymentFacts): PlacementFacts | null => {
  if (of.kind === 'destination' && of.destination) {
    const { destination: status, voiding } = of
    return { kind: of.kind, status, voiding: voiding ?? false, categoryClass: of.class ?? '' }
  }
  return of.kind && of.kind !== 'destination' && of.agreement
    ? { kind: of.kind, status: of.agreement, dissolving: of.dissolving }
    : null
}

/** Where that stands which holds the place. */
const standingOf = (
  { caseId: id, agreementFacts: agreement, destinationFacts: destination }: EmploymentFacts,
  at: Date,
) => {
  if (id === null) return null
  if (agreement) return { kind: 'agreement' as const, id, of: standingOfAgreement(agreement, at) }
  return destination && { kind: 'destination' as const, id, of: destinationStanding(destination) }
}

/** The employment information: category and day only once a review has passed, or a declaration was made. */
export function employmentOf(of: EmploymentFacts, at: Date) {
  const placement = placementOf(of)
  const status = employmentStatusOf(placement, of.declaredNames !== null)
  const since = placement ? (of.effectiveAt ?? of.registeredAt) : of.declaredAt
  const category = placement ? of.names : of.declaredNames
  return {
    status,
    category: since ? readNames(category) : null,
    date: since ? dayInChina(new Date(since)) : null,
    holder: of.holder,
    standing: standingOf(of, at),
  }
}

const anyOf = (rows: readonly (readonly (string | boolean)[])[]) =>
  sql.join(rows.map((row) => sql`(${sql.join(row.map((one) => sql.lit(one)))})`))

/** Of students `st` of this school: what they have means this status. */
export function employedAs(school: string, status: EmploymentStatus) {
  const { agreements, destinations, free } = placesMeaning(status)
  const placed = sql`select from placements p where p.school_id = ${school} and p.student_id = st.id`
  const declared = sql`exists (select from destinations dd where dd.school_id = ${school} and dd.student_id = st.id
    and ${statusIn('dd.status', DECLARED)})`
  const meant = [
    ...free.map((isDeclared) => sql<boolean>`(${declared} = ${isDeclared} and not exists (${placed}))`),
    ...(agreements.length > 0
      ? [
          sql<boolean>`exists (${placed} and p.agreement_id in (select a.id from agreements a where a.school_id = ${school}
            and (a.status, a.dissolution_id is not null) in (${anyOf(agreements.map((of) => [of.status, of.dissolving]))})))`,
        ]
      : []),
    ...(destinations.length > 0
      ? [
          sql<boolean>`exists (${placed} and p.destination_id in (select d.id from destinations d
            left join codes k on k.kind = 'destination' and k.code = d.category where d.school_id = ${school}
            and (d.status, d.voiding, coalesce(k.class = ${FURTHER_STUDY}, false)) in (${anyOf(
              destinations.map((of) => [of.status, of.voiding, of.categoryClass === FURTHER_STUDY]),
            )})))`,
        ]
      : []),
  ]
  return sql<boolean>`(${sql.join(meant, sql` or `)})`
}
