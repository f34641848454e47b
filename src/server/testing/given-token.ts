import { employerTokens, schoolTokens } from '../../contracts/api-tokens.ts'
import { SCOPES_OF } from '../../domain/api-token/token.ts'
import type { Visitor } from '../http/visitor.ts'

const ENDS_ON = '2027-05-31'

/** A token that an administrator of this school makes; its text and its id. */
export const givenSchoolToken = (
  by: Visitor,
  school: string,
  scopes: readonly (typeof SCOPES_OF.school)[number][] = SCOPES_OF.school,
  name = '数据中台',
) => by.call(schoolTokens.make, { params: { school }, body: { name, scopes: [...scopes], endsOn: ENDS_ON } })

/** A token that an owner of an employer makes; its text and its id. */
export const givenEmployerToken = (
  by: Visitor,
  scopes: readonly (typeof SCOPES_OF.employer)[number][] = SCOPES_OF.employer,
  name = '招聘系统',
) => by.call(employerTokens.make, { body: { name, scopes: [...scopes], endsOn: ENDS_ON } })

/** How a program sends it. */
export const bearing = (token: string) => ({ authorization: `Bearer ${token}` })
