import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { picture } from '../src/server/testing/sample-files.ts'
import { SMALL_PDF } from '../src/server/testing/scenario.ts'

/** Small real files as a phone or a scanner makes them. */
const SAMPLES = join(import.meta.dirname, '../src/server/testing/samples')
const sample = (name: string) => readFileSync(join(SAMPLES, name))
const PNG = await picture(300, 400).png().toBuffer()

export const png = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG })

export const pdf = (name: string, bytes = 0) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([SMALL_PDF, Buffer.alloc(bytes)]),
})

/** It asks for a password. */
export const locked = (name: string) => ({ name, mimeType: 'application/pdf', buffer: sample('locked.pdf') })

/** Upright it is higher than wide. */
export const heic = (name: string) => ({ name, mimeType: 'image/heic', buffer: sample('turned.heic') })

/** A text that calls itself a PDF. */
export const disguised = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('only a note '.repeat(500)),
})

export const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('only a note') })
