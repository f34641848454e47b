import { expect, test } from 'vitest'
import { MOST_OF_PICTURE, refuseUnlessPicture } from './picture.ts'
import { datesToCome } from './public-site.ts'
import { policeRegister } from './site-records.ts'

test('the dates that are shown are to come, today among them, the nearest first', () => {
  const at = (day: string) => ({ graduationYear: 2026, day, event: day, eventEn: '' })
  const dates = [at('2026-07-01'), at('2026-05-31'), at('2026-06-01'), at('2026-06-20')]
  expect(datesToCome(dates, '2026-06-01').map(({ day }) => day)).toEqual([
    '2026-06-01',
    '2026-06-20',
    '2026-07-01',
  ])
})

test.each([
  [{ mediaType: 'application/pdf', viewSize: null }, 'picture-needed'],
  [{ mediaType: 'image/png', viewSize: null }, 'picture-needed'],
  [{ mediaType: 'image/png', viewSize: MOST_OF_PICTURE + 1 }, 'picture-too-large'],
] as const)('%o is refused: %s', (file, code) => {
  expect(() => refuseUnlessPicture(file)).toThrow(expect.objectContaining({ code }))
})

test('a picture of the size that is borne is taken', () => {
  expect(() => refuseUnlessPicture({ mediaType: 'image/jpeg', viewSize: MOST_OF_PICTURE })).not.toThrow()
})

test('a record of the public security organ leads to itself', () => {
  expect(policeRegister('鄂公网安备 42011102000001 号')).toMatch(/code=42011102000001$/)
})
