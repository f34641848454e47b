import { useQuery } from '@tanstack/react-query'
import { listCodes } from '../../../contracts/schools.ts'
import type { TermChange, Terms, TermWarning } from '../../../domain/terms.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { caseWords } from '../cases/words.ts'
import { termsWords } from './words.ts'
import '../cases/changes.css'
import './terms-view.css'
import { Note } from '../../ui/note.tsx'

const PAY = ['probationPay', 'regularPay']
const DAYS = ['reportBy', 'signedOn']

/** What a term is called, by its path (`file.address`); `all` has them by their paths. */
export function useTermNames() {
  const w = useWords(termsWords)
  const cases = useWords(caseWords)
  const all: Readonly<Record<string, string>> = {
    ...w.name,
    'file.contactName': w.name.fileContact,
    'file.contactPhone': w.name.filePhone,
    'household.accepted': w.name.household,
    'household.address': w.name.householdAddress,
    regionCode: w.name.region,
    regionName: w.name.region,
    'employer.name': w.employer,
    'employer.creditCode': w.creditCode,
    signedOn: cases.signedOn,
    evidence: w.scans,
  }
  const nameOf = (field: string) => all[field] ?? all[field.replace(/^.*\./, '')] ?? field
  return Object.assign(nameOf, { all })
}

/** What a term is called, and what it says in words. */
function useTermText() {
  const w = useWords(termsWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const nameOf = useTermNames()
  const fileMethods: Readonly<Record<string, string>> = w.fileMethod
  const clauses: Readonly<Record<string, string>> = w.clause
  return {
    nameOf,
    show: (field: string, value: string) => {
      if (value === '') return ui.none
      if (PAY.includes(field)) return figures.pay(Number(value))
      if (field === 'penalty') return figures.money(Number(value))
      if (DAYS.includes(field)) return figures.day(value)
      if (field === 'file.method') return fileMethods[value] ?? value
      if (field === 'clauses')
        return value
          .split('\n')
          .map((clause) => clauses[clause] ?? clause)
          .join('\n')
      if (field === 'household.accepted') return value === 'true' ? ui.yes : ui.no
      return value
    },
  }
}

/** Names of job categories by their codes; a code stands for itself until they are here. */
export function useJobName() {
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
  const { nameOf, show } = useTermText()
  const jobName = useJobName()
  const said = (field: string, value: string) =>
    field === 'jobCategory' && value ? jobName(value) : show(field, value)
  return (
    <table className="changes">
      <tbody>
        {of
          .filter(({ field }) => field !== 'regionCode')
          .map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td>
                <del>{said(field, before)}</del> → <ins>{said(field, after)}</ins>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

export function Warnings({ of }: { of: readonly TermWarning[] }) {
  const w = useWords(termsWords).warning
  return of.map((warning) => <Note below={12} key={warning} type="warning" title={w[warning]} />)
}

/** All terms, as a letter or an agreement lists them. */
export function TermsView({ terms }: { terms: Terms }) {
  const w = useWords(termsWords)
  const t = w.name
  const ui = useWords(uiWords)
  const figures = useFigures()
  const { show } = useTermText()
  const jobName = useJobName()
  const { file, household } = terms
  return (
    <>
      <Facts
        of={[
          [t.position, terms.position],
          [t.jobCategory, jobName(terms.jobCategory)],
          [t.probationDays, terms.probationDays],
          [t.probationPay, figures.pay(terms.probationPay)],
          [t.regularPay, figures.pay(terms.regularPay)],
          [t.penalty, figures.money(terms.penalty)],
          [t.reportBy, figures.day(terms.reportBy)],
          [t.region, `${terms.regionName} ${terms.workAddress}`],
          [t.contactName, terms.contactName],
          [t.contactPhone, terms.contactPhone],
          [t.contractMonths, terms.contractMonths ?? ui.none],
          [t.serviceMonths, terms.serviceMonths ?? ui.none],
          [t.benefits, terms.benefits],
          [t.housing, terms.housing],
          [t.household, household.accepted ? `${ui.yes} ${household.address}` : ui.no],
        ]}
      />
      {terms.clauses.length + terms.remarks.length > 0 && (
        <ul>
          {terms.clauses.map((clause) => (
            <li key={clause}>{w.clause[clause]}</li>
          ))}
          {terms.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <h2 className="next-part">{t.fileSection}</h2>
      <Facts
        of={[
          [t.method, show('file.method', file.method)],
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
