import { z } from 'zod'
import { idParams, keyParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { EVIDENCE } from './evidence.ts'
import { shortPostParams } from './jobs.ts'
import { postAttachment } from './posts.ts'
import { fileName } from './typed.ts'

const tags = ['posts']

const fileItself = z.unknown().meta({ type: 'string', format: 'binary' })

/** The body is the file itself, streamed; a post names its id afterwards. What no post has taken goes after a day. */
export const uploadPostFile = {
  method: 'POST',
  url: '/api/employer/post-files',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Upload the attachment of a post: PDF, JPEG, PNG, HEIC or WebP',
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: postAttachment },
  },
} as const satisfies Endpoint

/** `?download` asks the browser to save it; otherwise it is shown in place. A picture is seen by its upright JPEG copy. */
const shown = z.object({ download: z.literal('1').optional() })
const read = { tags, produces: EVIDENCE.mediaTypes, response: { 200: fileItself } } as const

export const readPostFile = {
  method: 'GET',
  url: '/api/employer/post-files/:id',
  config: { access: 'employer' },
  schema: {
    ...read,
    summary: 'A file that this employer has uploaded for its posts',
    params: idParams,
    querystring: shown.extend({ as: z.literal('small').optional() }),
  },
} as const satisfies Endpoint

export const readPostAttachment = {
  method: 'GET',
  url: '/api/schools/:school/posts/:id/attachment',
  config: { access: 'concerned' },
  schema: {
    ...read,
    summary: 'The attachment of a post, or of the change of it that waits',
    params: keyParams,
    querystring: shown.extend({ of: z.literal('proposed').optional() }),
  },
} as const satisfies Endpoint

export const readReportedAttachment = {
  method: 'GET',
  url: '/api/schools/:school/post-reports/:id/attachment',
  config: { access: 'concerned' },
  schema: {
    ...read,
    summary: 'The attachment that a post had when it was reported',
    params: keyParams,
    querystring: shown,
  },
} as const satisfies Endpoint

export const readJobAttachment = {
  method: 'GET',
  url: '/api/schools/:school/my/jobs/:shortId/attachment',
  config: { access: 'student' },
  schema: {
    ...read,
    summary: 'The attachment of a post that is open to the student',
    params: shortPostParams,
    querystring: shown,
  },
} as const satisfies Endpoint
