import { z } from 'zod'
import { MONTH, PLACE_FACT_KINDS, PLACE_TAGS } from '../domain/place/fact.ts'
import { instant, pageOf, paging } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { fileItself, language, toldFault, XLSX } from './sheets.ts'
import { code, fileName, search } from './typed.ts'

/** Minimum wages, and tags of places: what the state lays down, by the region and the month. Amounts in fen. */
const tags = ['platform']
const kind = z.enum(PLACE_FACT_KINDS)
const params = z.object({ figure: kind.meta({ examples: ['minimum-wage'] }) })
/** A list narrowed to places that are so this month, by themselves, their city or their province. */
export const taggedAs = { tag: z.enum(PLACE_TAGS).optional() }
/** What a place is this month, for the school; empty for everybody else. */
export const placeTags = z.array(z.enum(PLACE_TAGS))
const month = z
  .string()
  .regex(MONTH)
  .meta({ examples: ['2026-07'] })
const said = z.object({ until: month.nullable(), amount: z.int().min(1).max(100_000_000).nullable() })
const fact = said.extend({ region: code(), since: month })
/** The row as it is; `seen`: what stood there when it was read, null for nothing. */
const brought = fact.extend({ seen: said.nullable() })

/** So many rows are taken together; a sheet has no more. */
export const MOST_PLACES = 4000
/** What may be sent; said on the page before an upload begins. */
export const PLACE_FILE = { mostBytes: 5 * 1024 * 1024, endings: ['.xlsx', '.csv', '.txt'] } as const

export const listPlaceKinds = {
  method: 'GET',
  url: '/api/platform/place-facts',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Minimum wages and tags of places: how many rows there are of each',
    response: { 200: z.object({ items: z.array(z.object({ kind, rows: z.int() })) }) },
  },
} as const satisfies Endpoint

const placeFacts = pageOf(fact.extend({ id: z.string(), name: z.string(), isShipped: z.boolean() })).extend({
  /** The latest changes, newest first. */
  history: z.array(
    z.object({
      at: instant,
      by: z.string(),
      region: z.string(),
      since: z.string(),
      name: z.string(),
      before: said.nullable(),
      after: said,
    }),
  ),
})
export type PlaceFactsPage = z.infer<typeof placeFacts>

export const getPlaceFacts = {
  method: 'GET',
  url: '/api/platform/place-facts/:figure',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'The rows of one kind, by code or name of the region, and what was changed last',
    params,
    querystring: paging.extend({ q: search }),
    response: { 200: placeFacts },
  },
} as const satisfies Endpoint

export const savePlaceFacts = {
  method: 'POST',
  url: '/api/platform/place-facts/:figure/rows',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Add and change rows, all or none: one by hand, or what a sheet was found to say',
    params,
    body: z.object({ rows: z.array(brought).min(1).max(MOST_PLACES) }),
    response: { 200: z.object({ added: z.int(), changed: z.int() }) },
  },
} as const satisfies Endpoint

export const readPlaceTemplate = {
  method: 'GET',
  url: '/api/platform/place-facts/:figure/template',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'A sheet to fill in, one region a row',
    params,
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

const checkedPlaces = z.object({
  /** Headings that no row can be without, and the file has none for. */
  missing: z.array(z.string()),
  /** What is right and says something new. */
  rows: z.array(brought.extend({ row: z.int(), name: z.string() })),
  same: z.int(),
  faults: z.array(toldFault.extend({ row: z.int() })),
})
export type CheckedPlaces = z.infer<typeof checkedPlaces>

/** The body is the file; nothing is kept of it. */
export const checkPlaceSheet = {
  method: 'POST',
  url: '/api/platform/place-facts/:figure/sheet',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Read a sheet of regions and check it row by row: xlsx or csv (UTF-8, GBK)',
    params,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: checkedPlaces },
  },
} as const satisfies Endpoint

/** Of which region the figure is, when it is not the place's own. */
export const minimumWage = z.object({ amount: z.int(), place: z.string(), since: z.string() })

export const findMinimumWage = {
  method: 'GET',
  url: '/api/minimum-wage',
  config: { access: 'person' },
  schema: {
    tags: ['invitations'],
    summary: 'The monthly minimum wage of a place in a month: the county’s, else its city’s or province’s',
    querystring: z.object({ region: code().meta({ examples: ['420111'] }), month }),
    response: { 200: z.object({ minimum: minimumWage.nullable() }) },
  },
} as const satisfies Endpoint
