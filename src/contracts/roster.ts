import { z } from 'zod'
import { EMPLOYMENT_STATUSES } from '../domain/employment.ts'
import { ENROLMENTS } from '../domain/enrolment/life.ts'
import { LONGEST } from '../domain/longest.ts'
import { MOST_OWN_FIELDS } from '../domain/own-field/field.ts'
import { LIST_COLUMNS, MOST_FILTERS, ROSTER_ORDERS, ROSTER_SORTS } from '../domain/roster/filter.ts'
import { PURPOSES } from '../domain/unmasking.ts'
import { done, keyParams, named, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import { timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { ownChosen, ownColumn, ownKey } from './own-fields.ts'
import { fileItself, language, XLSX } from './sheets.ts'
import { studentRow } from './students.ts'
import { code, line, optionalText, search } from './typed.ts'

const tags = ['roster']

/** By what the roster is narrowed, and its order; never by a document's number, for this stands in addresses. */
const narrowed = {
  q: search,
  college: optionalText(20).optional(),
  major: optionalText(LONGEST.line).optional(),
  className: optionalText(LONGEST.line).optional(),
  /** A code of the table of education levels. */
  level: optionalText(LONGEST.number).optional(),
  year: z.coerce.number<number | string>().int().min(1900).max(2200).optional(),
  employment: z.enum(EMPLOYMENT_STATUSES).optional(),
  enrolment: z.enum(ENROLMENTS).optional(),
  /** Whether the first login has been passed. */
  verified: z.enum(['yes', 'no']).optional(),
  /** Chosen in fields of the school's own. */
  chosen: ownChosen.optional(),
  sort: z.enum(ROSTER_SORTS).default('number'),
  order: z.enum(ROSTER_ORDERS).default('asc'),
}
export const rosterFilter = z.object(narrowed)
export type RosterFilter = z.output<typeof rosterFilter>

/**
 * Going on from `after` a student, or back from `before` one, is going on from a place, which stays where it is while rows come
 * and go (docs/decisions/0024); the number of the page is then only said.
 */
export const listStudents = {
  method: 'GET',
  url: '/api/schools/:school/students',
  config: { access: 'staff', token: 'students.read' },
  schema: {
    tags,
    summary: 'The roster, within the reader’s scope',
    params: schoolParams,
    querystring: paging.extend({ ...narrowed, after: uuid.optional(), before: uuid.optional() }),
    response: {
      200: pageOf(studentRow).extend({ colleges: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
  },
} as const satisfies Endpoint

/** Read when somebody narrows: by these the reader's part of the roster can be narrowed at all. */
export const listRosterChoices = {
  method: 'GET',
  url: '/api/schools/:school/students/choices',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The majors, classes, levels and years that the roster has',
    params: schoolParams,
    response: {
      200: z.object({
        majors: z.array(z.string()),
        classes: z.array(z.object({ college: z.string(), name: z.string() })),
        levels: z.array(named.extend({ code: z.string() })),
        years: z.array(z.int()),
      }),
    },
  },
} as const satisfies Endpoint

/** In the body, for addresses are logged, kept and sent on. More than one: who comes back for another degree. */
export const findByDocument = {
  method: 'POST',
  url: '/api/schools/:school/students/find-by-document',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The students with this document, whole and exact',
    params: schoolParams,
    body: z.object({ documentNumber: code() }),
    response: { 200: z.object({ items: z.array(studentRow) }) },
  },
} as const satisfies Endpoint

const listColumn = z.union([z.enum(LIST_COLUMNS), ownKey])
const rosterView = z.object({
  /** As the reader has chosen them; null where nothing was chosen. */
  columns: z.array(listColumn).nullable(),
  /** What the school has columns for of its own. */
  own: z.array(ownColumn),
  filters: z.array(z.object({ name: z.string(), filter: rosterFilter })),
})
export type RosterView = z.infer<typeof rosterView>

export const getRosterView = {
  method: 'GET',
  url: '/api/schools/:school/roster-view',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'How the reader has set the roster up: columns, and filters under their names',
    params: schoolParams,
    response: { 200: rosterView },
  },
} as const satisfies Endpoint

export const saveRosterColumns = {
  method: 'PUT',
  url: '/api/schools/:school/roster-view/columns',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Keep which columns of the roster are shown',
    params: schoolParams,
    body: z.object({
      columns: z
        .array(listColumn)
        .min(1)
        .max(LIST_COLUMNS.length + MOST_OWN_FIELDS),
    }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const saveRosterFilter = {
  method: 'PUT',
  url: '/api/schools/:school/roster-view/filters',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: `Keep a filter under a name, in the place of one of that name; at most ${MOST_FILTERS}`,
    params: schoolParams,
    body: z.object({ name: line(LONGEST.personName), filter: rosterFilter }),
    response: { 200: rosterView },
  },
} as const satisfies Endpoint

export const forgetRosterFilter = {
  method: 'POST',
  url: '/api/schools/:school/roster-view/filters/forget',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Forget a filter',
    params: schoolParams,
    body: z.object({ name: line(LONGEST.personName) }),
    response: { 200: rosterView },
  },
} as const satisfies Endpoint

/** Something that happened to a student's row of the roster: what was changed, or for what numbers were shown. */
const rosterLine = timelineEntry.extend({
  id: z.string(),
  purpose: z.enum(PURPOSES).nullable(),
  /** Numbers masked; both null of what no journal keeps. */
  changes: z.array(named.extend({ from: z.string().nullable(), to: z.string().nullable() })),
})
export type RosterLine = z.infer<typeof rosterLine>

export const listRosterHistory = {
  method: 'GET',
  url: '/api/schools/:school/students/:id/history',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'What was changed about a student’s roster data, and who looked at it, the newest first',
    params: keyParams,
    querystring: paging,
    response: { 200: pageOf(rosterLine) },
  },
} as const satisfies Endpoint

/** Why somebody has data of a person shown whole: out of a list, in words where the list says nothing. */
export const looking = z.object({
  purpose: z.enum(PURPOSES),
  reason: optionalText(LONGEST.reason).default(''),
})

/** Not asked again under a key: an answer that is kept would keep the numbers. */
export const downloadRoster = {
  method: 'POST',
  url: '/api/schools/:school/students/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The students whom a filter means, in the form of the template, which imports again unchanged; who has had which is journaled',
    params: schoolParams,
    body: looking.extend({ filter: rosterFilter, language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** Not asked again under a key, for the same reason. */
export const unmaskStudent = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/unmask',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'All that the roster says of a student, numbers whole, for a reason, which is journaled',
    params: keyParams,
    body: looking,
    response: {
      200: z.object({
        documentNumber: z.string(),
        phone: z.string(),
        /** Whatever else the roster says that no page shows, by its heading. */
        further: z.array(named.extend({ value: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint
