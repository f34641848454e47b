import type { FastifyRequest } from 'fastify'
import type { Me } from '../../../contracts/accounts.ts'
import { isKeptOut } from '../../../domain/admission/life.ts'
import { actorNameOf, type TokenScope } from '../../../domain/api-token/token.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Person } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { refuseIfShut } from '../admissions/standing.ts'
import { isTokenForm } from './form.ts'
import type { TokenMeter } from './meter.ts'
import { findByToken, saveUsed } from './queries.ts'

/** What stands in `Authorization: Bearer …`; null where nothing of the kind does, as with a proxy's own password. */
export const bearerIn = ({ headers }: Pick<FastifyRequest, 'headers'>): string | null =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? null

/**
 * Whoever a token acts as: the side that it is of, under its own name, with what its maker may do and no more. `school` is
 * the one that the address names, where it names one. Refuses `token-not-valid`, whatever is wrong with it; `locked-out`
 * with the seconds to wait; and at a school that is suspended, or that keeps the employer out, as its people are refused.
 */
export async function findBearer(
  { db, meter }: Pick<Services, 'db'> & { readonly meter: TokenMeter },
  token: string,
  school: string | undefined,
  at: Date,
): Promise<Person> {
  const isKnown = meter.knows(token)
  if (isKnown) meter.count(token, at)
  const row = isTokenForm(token) ? await findByToken(db, token, school, at) : undefined
  if (!row) {
    meter.forget(token)
    throw new Refusal('token-not-valid')
  }
  if (!isKnown) meter.count(token, at)
  const { id, name, employerId, employerName, schoolId, schoolName, schoolNameEn } = row
  const today = dayInChina(at)
  if (row.lastUsedOn !== today) await saveUsed(db, id, today)
  refuseIfShut(row.suspendedThere)
  if (isKeptOut(row.admission)) throw new Refusal('employer-not-admitted', { employer: employerName ?? '' })
  return {
    userId: row.userId,
    sessionId: id,
    token: { scopes: row.scopes as TokenScope[], id },
    studentId: null,
    collegeId: null,
    entry: 'password',
    portal: row.portal as Me['portal'],
    name: actorNameOf(name),
    login: row.login,
    school:
      schoolId && schoolName && schoolNameEn
        ? { code: schoolId, name: schoolName, nameEn: schoolNameEn }
        : null,
    employer: employerId && employerName ? { id: employerId, name: employerName } : null,
    employerRole: row.employerRole as Me['employerRole'],
    staffRole: row.staffRole as Me['staffRole'],
    college: null,
    hasAgreed: true,
    lacks: null,
    verified: true,
    language: row.language as Me['language'],
  }
}
