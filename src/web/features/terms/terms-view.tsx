import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { listCodes } from '../../../contracts/schools.ts'
import { yuanFromFen } from '../../../domain/money.ts'
import type { TermChange, Terms, TermWarning } from '../../../domain/terms.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import type { Words } from '../../words/zh-CN.ts'

const MONEY = ['probationPay', 'regularPay', 'penalty']

/** What a term is called, by its path (`file.address`). */
export const termName = (words: Words, field: string): string =>
  ({
    'file.contactName': words.terms.fileContact,
    'file.contactPhone': words.terms.filePhone,
    'household.accepted': words.terms.household,
    'household.address': words.terms.householdAddress,
    regionCode: words.terms.region,
    'employer.name': words.agreement.employer,
    'employer.creditCode': words.agreement.creditCode,
    signedOn: words.paper.signedOn,
    evidence: words.paper.scansTitle,
    regionName: words.terms.region,
  })[field] ??
  (words.terms as Record<string, string>)[field.split('.').at(-1) ?? ''] ??
  field

const showValue = (words: Words, field: string, value: string) => {
  if (value === '') return words.none
  if (MONEY.includes(field)) return yuanFromFen(Number(value))
  if (field === 'file.method') return (words.fileMethod as Record<string, string>)[value] ?? value
  if (field === 'clauses')
    return value
      .split('\n')
      .map((clause) => (words.clause as Record<string, string>)[clause] ?? clause)
      .join('\n')
  if (field === 'household.accepted') return value === 'true' ? words.yes : words.no
  return value
}

/** Names of job categories by their codes; a code stands for itself until they are here. */
function useJobName() {
  const { language } = useLanguage()
  const { data } = useQuery({
    ...ask(listCodes, { params: { kind: 'job_category' } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (code: string) => {
    const job = data?.items.find((one) => one.code === code)
    return job ? (language === 'en' && job.nameEn) || job.name : code
  }
}

/** Before and after, field by field. */
export function Changes({ of }: { of: readonly TermChange[] }) {
  const words = useWords()
  const jobName = useJobName()
  const show = (field: string, value: string) =>
    field === 'jobCategory' && value ? jobName(value) : showValue(words, field, value)
  return (
    <table className="changes">
      <tbody>
        {of
          .filter(({ field }) => field !== 'regionCode')
          .map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{termName(words, field)}</th>
              <td>
                <del>{show(field, before)}</del> → <ins>{show(field, after)}</ins>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

export function Warnings({ of }: { of: readonly TermWarning[] }) {
  const words = useWords()
  return of.map((warning) => (
    <Alert
      key={warning}
      type="warning"
      showIcon
      title={words.warning[warning]}
      style={{ marginBottom: 12 }}
    />
  ))
}

/** All terms, as a letter or an agreement lists them. */
export function TermsView({ terms }: { terms: Terms }) {
  const words = useWords()
  const t = words.terms
  const jobName = useJobName()
  const { file, household } = terms
  return (
    <>
      <Facts
        of={[
          [t.position, terms.position],
          [t.jobCategory, jobName(terms.jobCategory)],
          [t.probationDays, terms.probationDays],
          [t.probationPay, yuanFromFen(terms.probationPay)],
          [t.regularPay, yuanFromFen(terms.regularPay)],
          [t.penalty, yuanFromFen(terms.penalty)],
          [t.reportBy, terms.reportBy],
          [t.region, `${terms.regionName} ${terms.workAddress}`],
          [t.contactName, terms.contactName],
          [t.contactPhone, terms.contactPhone],
          [t.contractMonths, terms.contractMonths ?? words.none],
          [t.serviceMonths, terms.serviceMonths ?? words.none],
          [t.benefits, terms.benefits],
          [t.housing, terms.housing],
          [t.household, household.accepted ? `${words.yes} ${household.address}` : words.no],
        ]}
      />
      {terms.clauses.length + terms.remarks.length > 0 && (
        <ul>
          {terms.clauses.map((clause) => (
            <li key={clause}>{words.clause[clause]}</li>
          ))}
          {terms.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <h2 style={{ marginTop: 16 }}>{t.fileSection}</h2>
      <Facts
        of={[
          [t.method, showValue(words, 'file.method', file.method)],
          [t.receiver, file.receiver],
          [t.address, file.address],
          [t.postcode, file.postcode],
          [t.fileContact, file.contactName],
          [t.filePhone, file.contactPhone],
        ]}
      />
    </>
  )
}
