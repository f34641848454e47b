import { addVenue } from '../../contracts/venues.ts'
import { USUAL_HOURS } from '../../domain/venue/slot.ts'
import type { Visitor } from '../http/visitor.ts'

/** A Monday to come. */
export const TALK_DAY = '2026-06-08'
/** A talk as an employer asks for it. */
export const sampleTalk = {
  title: '2026 届校园宣讲会',
  description: '<p>介绍研发岗位与培养计划。</p>',
  expected: 80,
  contact: { name: '李老师', phone: '027-81234567', email: 'hr@example.com' },
  wishes: [{ day: TALK_DAY, from: '14:00', until: '16:00' }],
}
export const sampleVenue = {
  name: '大学生活动中心报告厅',
  nameEn: 'Auditorium',
  place: '主校区 3 号楼',
  placeEn: 'Main campus, building 3',
  capacity: 120,
  setupMinutes: 30,
  hours: [...USUAL_HOURS],
}

/** A hall of a school, by its id. */
export async function givenVenue(
  administrator: Visitor,
  school: string,
  change: Partial<typeof sampleVenue> = {},
) {
  const said = { ...sampleVenue, ...change }
  const { items } = await administrator.call(addVenue, { params: { school }, body: said })
  return items.find(({ name }) => name === said.name)!.id
}
