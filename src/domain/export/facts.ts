/** All that a column can be filled with, of one graduate. */
import { type Day, dayInChina } from '../day.ts'
import {
  type Answers,
  creditCodeIn,
  dayAnsweredIn,
  type FormField,
  headlineIn,
  jobCategoryIn,
  payIn,
} from '../form.ts'
import { fenFromYuan } from '../money.ts'
import { isOwnKey } from '../own-field/field.ts'
import type { RosterValues } from '../roster/columns.ts'
import type { Terms } from '../terms.ts'
import type { ExportFacts } from './cell.ts'

/** What counts of a graduate, as figures have it (decision 72); empty texts where nothing counts. */
export type Counting = {
  readonly category: string
  readonly since: Date | null
  readonly region: string
  readonly industry: string
  readonly nature: string
}
export type OfAgreement = {
  readonly number: string
  readonly terms: Terms
  /** Of a paper one, as it says; of one made here the day on which it was formed. */
  readonly signedOn: Day | null
  readonly formedAt: Date
  readonly employer: { readonly name: string; readonly creditCode: string }
  /** As the employer says it now. */
  readonly address: string
}
export type OfDestination = { readonly form: readonly FormField[]; readonly details: Answers }

type Graduate = {
  readonly roster: RosterValues
  readonly counting: Counting
  /** The one that counts. */
  readonly agreement: OfAgreement | null
  readonly destination: OfDestination | null
  readonly school: { readonly code: string; readonly name: string }
}

const yesNo = (is: boolean) => (is ? 'yes' : 'no')

function agreed({ number, terms, signedOn, formedAt, employer, address }: OfAgreement): ExportFacts {
  const { file, household } = terms
  return {
    signedOn: signedOn ?? dayInChina(formedAt),
    holder: employer.name,
    creditCode: employer.creditCode,
    address: address || terms.workAddress,
    position: terms.position,
    jobCategory: terms.jobCategory,
    agreementNumber: number,
    probationPay: String(terms.probationPay),
    regularPay: String(terms.regularPay),
    contactName: terms.contactName,
    contactPhone: terms.contactPhone,
    fileMethod: file.method,
    fileReceiver: file.receiver,
    fileAddress: file.address,
    filePostcode: file.postcode,
    fileContact: file.contactName,
    filePhone: file.contactPhone,
    householdAccepted: yesNo(household.accepted),
    householdAddress: household.address,
  }
}

/** In fen, as the terms of an agreement have it. */
function payAnswered(form: OfDestination['form'], details: Answers): string {
  const pay = payIn(form, details)
  return pay === null ? '' : String(fenFromYuan(pay) ?? '')
}

/** By the keys that the forms of the code table have where a type does not tell. */
function registered({ form, details }: OfDestination): ExportFacts {
  return {
    signedOn: dayAnsweredIn(form, details) ?? '',
    holder: headlineIn(form, details) ?? '',
    creditCode: creditCodeIn(form, details) ?? '',
    foreignName: details.foreignName?.value ?? '',
    address: details.address?.value ?? '',
    jobCategory: jobCategoryIn(form, details) ?? '',
    regularPay: payAnswered(form, details),
    ...Object.fromEntries(
      Object.entries(details).flatMap(([key, { value }]) => (isOwnKey(key) ? [[key, value]] : [])),
    ),
  }
}

export const factsOf = ({ roster, counting, agreement, destination, school }: Graduate): ExportFacts => ({
  ...roster,
  category: counting.category,
  since: counting.since ? dayInChina(counting.since) : '',
  region: counting.region,
  industry: counting.industry,
  nature: counting.nature,
  schoolCode: school.code,
  schoolName: school.name,
  ...(agreement && agreed(agreement)),
  ...(destination && registered(destination)),
})
