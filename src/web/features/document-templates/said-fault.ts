import type { CheckedTemplate } from '../../../contracts/document-templates.ts'
import type { zh } from './words.zh.ts'

type Fault = CheckedTemplate['faults'][number]
type Words = typeof zh

/** What the compiler says, in plain words where they are known. */
function plain(message: string, w: Words): string {
  const known = w.compiler.find(([said]) => said.test(message))
  const found = known?.[0].exec(message)
  return known && found ? known[1].replace('$1', found[1] ?? '') : message
}

/** What is wrong, as it is read. `number` writes figures. */
export function saidFault(fault: Fault, w: Words, number: (value: number) => string): string {
  const at = 'line' in fault && fault.line !== null ? [w.line(number(fault.line))] : []
  const of = 'sample' in fault ? [w.sample[fault.sample]] : []
  const page = 'page' in fault && fault.page !== null ? [w.page(number(fault.page))] : []
  return [...at, ...of, ...page, said(fault, w, number)].join(' · ')
}

function said(fault: Fault, w: Words, number: (value: number) => string): string {
  switch (fault.what) {
    case 'forbidden':
      return w.fault.forbidden(fault.word)
    case 'unprinted':
      return w.fault.unprinted(fault.character, fault.code)
    case 'compile':
      return plain(fault.message, w)
    case 'missing':
      return w.fault.missing(w.part[fault.part], fault.label)
    case 'too-long':
      return w.fault.tooLong(number(fault.pages))
    case 'too-large':
      return w.fault.tooLarge(number(fault.kilobytes))
    case 'too-much':
      return w.fault.tooMuch
  }
}
