import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { LONGEST_ANSWER } from '../domain/term-template.ts'
import { done, idParams, instant } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { shownTerms, typedTerms } from './terms.ts'
import { line } from './typed.ts'

const tags = ['term templates']
const name = line(LONGEST.templateName)
const answerDays = z.int().min(1).max(LONGEST_ANSWER).nullable()
/** What a template leaves open is not there. */
const content = z.object({ terms: typedTerms.partial(), answerDays })

export const termTemplate = z.object({
  id: z.uuid(),
  name: z.string(),
  terms: shownTerms.partial(),
  /** Days in which an invitation with it is to be answered; null where it does not say. */
  answerDays: z.int().nullable(),
  savedBy: z.string(),
  savedAt: instant,
  /** What of it can be sent no more, by its path in the terms, in words. */
  faults: z.array(z.object({ field: z.string(), said: z.string() })),
})

export const listTermTemplates = {
  method: 'GET',
  url: '/api/employer/term-templates',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The terms that the employer keeps under names, and what of each can be sent no more',
    response: { 200: z.object({ items: z.array(termTemplate), most: z.int() }) },
  },
} as const satisfies Endpoint

export const saveTermTemplate = {
  method: 'POST',
  url: '/api/employer/term-templates',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Keep terms under a name, for every member; what is left open is typed each time',
    body: content.extend({ name }),
    response: { 200: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const replaceTermTemplate = {
  method: 'POST',
  url: '/api/employer/term-templates/:id/replace',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Keep other terms under the same name',
    params: idParams,
    body: content,
    response: { 200: done },
  },
} as const satisfies Endpoint

export const renameTermTemplate = {
  method: 'POST',
  url: '/api/employer/term-templates/:id/rename',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Call a template otherwise',
    params: idParams,
    body: z.object({ name }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const removeTermTemplate = {
  method: 'POST',
  url: '/api/employer/term-templates/:id/remove',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Keep a template no longer; what was sent with it stays as it is',
    params: idParams,
    response: { 200: done },
  },
} as const satisfies Endpoint
