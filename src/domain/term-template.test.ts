import { describe, expect, it } from 'vitest'
import {
  answerDaysOf,
  codesIn,
  faultsOfTemplate,
  MOST_TEMPLATES,
  refuseOneMoreTemplate,
  refuseUnlessProbationFits,
} from './term-template.ts'

const at = new Date('2026-06-01T10:00:00+08:00')
const all = () => true

describe('a template of terms', () => {
  it('that leaves everything open has nothing wrong in it', () => {
    expect(faultsOfTemplate({}, all, at)).toEqual([])
    expect(codesIn({})).toEqual([])
  })

  it('names the day on which nobody reports any more, until the last second of it', () => {
    const terms = { reportBy: '2026-06-30' }
    expect(faultsOfTemplate(terms, all, new Date('2026-06-30T23:59:59+08:00'))).toEqual([])
    expect(faultsOfTemplate(terms, all, new Date('2026-07-01T00:00:00+08:00'))).toMatchObject([
      { field: 'reportBy', code: 'day-not-meant', details: { from: '2026-07-01' } },
    ])
  })

  it('names each choice that its table has no more', () => {
    const file = {
      method: 'employer',
      receiver: '',
      address: '',
      postcode: '',
      contactName: '',
      contactPhone: '',
    }
    const terms = { jobCategory: '11', regionCode: '420106', file }
    const gone = faultsOfTemplate(terms, ({ table }) => table === 'region', at)
    expect(gone.map(({ field, code }) => [field, code])).toEqual([
      ['jobCategory', 'code-not-offered'],
      ['file.method', 'code-not-offered'],
    ])
  })

  it('names a probation beyond the term, where it says both', () => {
    const beyond = { probationDays: 200, contractMonths: 6 }
    expect(faultsOfTemplate(beyond, all, at)).toMatchObject([
      { field: 'probationDays', code: 'probation-beyond-term', details: { months: 6 } },
    ])
    expect(() => refuseUnlessProbationFits(beyond)).toThrow('probation-beyond-term')
    expect(faultsOfTemplate({ probationDays: 200 }, all, at)).toEqual([])
  })

  it('is one of so many', () => {
    expect(() => refuseOneMoreTemplate(MOST_TEMPLATES - 1)).not.toThrow()
    expect(() => refuseOneMoreTemplate(MOST_TEMPLATES)).toThrow('templates-too-many')
  })

  it('keeps days to answer in and not the day', () => {
    expect(answerDaysOf('2026-06-06', '2026-06-01')).toBe(5)
    expect(answerDaysOf('2026-06-01', '2026-06-01')).toBeNull()
    expect(answerDaysOf('2027-07-01', '2026-06-01')).toBeNull()
  })
})
