import { expect, test } from 'vitest'
import { ELECTRONIC_FORM_EDITION } from '../../../domain/signing/consent.ts'
import { ELECTRONIC_FORM } from '../../../words/electronic-form.ts'
import { hashOf } from '../../db/journal.ts'

/** What people have agreed to stays as it was: a changed text is a new edition, with its own line here. */
const EDITIONS: Readonly<Record<number, string>> = {
  2: '1de3f9a84f4e59715bda0a8b7176e4b779507219b81bbf5fe1b8e367d5d52591',
}

test('the text of the electronic form is the one that was agreed to in its edition', () => {
  expect(hashOf(ELECTRONIC_FORM)).toBe(EDITIONS[ELECTRONIC_FORM_EDITION])
})
