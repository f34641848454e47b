/** What recruiting accounts are (Online Recruitment Services rules, `domain-more.md` L7, L8): for oneself, a public service, or an agency with its licence. */
export const EMPLOYER_KINDS = ['own', 'public', 'agency'] as const
export type EmployerKind = (typeof EMPLOYER_KINDS)[number]

/** An employer as it says itself (`dictionary.md`, Employer). Codes are those of the code tables. */
export type EmployerFacts = {
  /** As on the seal. */
  readonly name: string
  readonly kind: EmployerKind
  /** 人力资源服务许可证编号, of an agency; else empty. */
  readonly licenceNumber: string
  /** 经营范围, as registered. */
  readonly scope: string
  /** 法定代表人 */
  readonly legalPerson: string
  readonly industry: string
  readonly size: string
  /** 单位性质 */
  readonly nature: string
  readonly region: string
  readonly address: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactEmail: string
}
/** All but the name, which has a column of its own. */
export type EmployerProfile = Omit<EmployerFacts, 'name'>

/** What a school certifies by admitting; a change of it is a new admission (R21). */
export const CERTIFIED = ['name', 'kind', 'licenceNumber', 'scope', 'legalPerson'] as const
export type CertifiedField = (typeof CERTIFIED)[number]

const FIELDS: Readonly<Record<keyof EmployerFacts, true>> = {
  name: true,
  kind: true,
  licenceNumber: true,
  scope: true,
  legalPerson: true,
  industry: true,
  size: true,
  nature: true,
  region: true,
  address: true,
  contactName: true,
  contactPhone: true,
  contactEmail: true,
}
export const EMPLOYER_FIELDS = Object.keys(FIELDS) as (keyof EmployerFacts)[]

/** L8: whoever recruits for others has a licence, and nobody else names one. */
export const isLicenceInOrder = ({ kind, licenceNumber }: Pick<EmployerFacts, 'kind' | 'licenceNumber'>) =>
  (kind === 'agency') === (licenceNumber !== '')

export const changedFields = (before: EmployerFacts, after: EmployerFacts): (keyof EmployerFacts)[] =>
  EMPLOYER_FIELDS.filter((field) => before[field] !== after[field])

export const certifiedAmong = (fields: readonly (keyof EmployerFacts)[]): CertifiedField[] =>
  CERTIFIED.filter((field) => fields.includes(field))

/** The certified fields of one, everything else of the other. */
export const withCertifiedOf = (certified: EmployerFacts, other: EmployerFacts): EmployerFacts => {
  const { name, kind, licenceNumber, scope, legalPerson } = certified
  return { ...other, name, kind, licenceNumber, scope, legalPerson }
}
