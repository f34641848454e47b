import type { Day } from './day.ts'

/** How a school is reached; empty where it has not said. */
export type SchoolContact = {
  readonly office: string
  readonly officeEn: string
  readonly officePhone: string
  readonly officeEmail: string
  readonly address: string
  readonly addressEn: string
  readonly hours: string
  readonly hoursEn: string
}
/** A day that matters to those who graduate in a year. */
export type SchoolDate = {
  readonly graduationYear: number
  readonly day: Day
  readonly event: string
  readonly eventEn: string
}
/** What a school says on its public site beside its announcements. */
export type SiteContent = {
  readonly intro: string
  readonly introEn: string
  readonly contact: SchoolContact
  /** Of its privacy notice; empty where it has none of its own. */
  readonly privacyUrl: string
  /** ICP 备案号, and the record at the public security organ 公安备案号. */
  readonly icp: string
  readonly police: string
  readonly dates: readonly SchoolDate[]
}

export const MOST_DATES = 30

export const NO_CONTENT: SiteContent = {
  intro: '',
  introEn: '',
  contact: {
    office: '',
    officeEn: '',
    officePhone: '',
    officeEmail: '',
    address: '',
    addressEn: '',
    hours: '',
    hoursEn: '',
  },
  privacyUrl: '',
  icp: '',
  police: '',
  dates: [],
}

/** The days that are still to come, today among them, the nearest first. */
export const datesToCome = (dates: readonly SchoolDate[], today: Day): readonly SchoolDate[] =>
  dates
    .filter(({ day }) => day >= today)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
