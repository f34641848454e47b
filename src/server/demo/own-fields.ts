import { listOwnFields, saveOwnFields } from '../../contracts/own-fields.ts'
import { listStudents } from '../../contracts/roster.ts'
import { fillInStudent } from '../../contracts/students.ts'
import type { OwnKey } from '../../domain/own-field/field.ts'
import type { Cast } from './cast.ts'

const WAYS = ['统一考试', '推荐免试']
const LEVELS = ['英语四级', '英语六级', '未通过']
const NO_MORE = { key: null, required: false }

/** What the demo school asks for of its own: of a graduate who goes on studying, and of staff. */
export type OwnAsked = { readonly wayOfAdmission: OwnKey; readonly checked: OwnKey }

/** The school defines fields of its own, and says what it knows of its first students. */
export async function playOwnFields({ school, administrator }: Cast): Promise<OwnAsked> {
  const params = { school }
  const { roster, destination } = await administrator.call(listOwnFields, { params })
  const kept = await administrator.call(saveOwnFields, {
    params,
    body: {
      list: 'roster',
      version: roster.version,
      fields: [
        {
          ...NO_MORE,
          name: '外语水平',
          nameEn: 'Foreign language',
          synonyms: ['外语等级'],
          takes: { kind: 'choice', choices: LEVELS },
          seenBy: 'student',
        },
        { ...NO_MORE, name: '有就业帮扶', nameEn: 'Helped', takes: { kind: 'yes-no' }, seenBy: 'school' },
      ],
    },
  })
  const asked = await administrator.call(saveOwnFields, {
    params,
    body: {
      list: 'destination',
      version: destination.version,
      fields: [
        {
          ...NO_MORE,
          name: '升学方式',
          nameEn: 'Way of admission',
          takes: { kind: 'choice', choices: WAYS },
          filledBy: 'student',
          seenBy: 'student',
          categories: ['801'],
        },
        {
          ...NO_MORE,
          name: '核查情况',
          nameEn: 'Looked into',
          takes: { kind: 'choice', choices: ['已核查', '待核查'] },
          filledBy: 'staff',
          seenBy: 'school',
        },
      ],
    },
  })
  const [language, helped] = kept.roster.fields.map(({ key }) => key)
  const { items } = await administrator.call(listStudents, { params, query: { pageSize: 12 } })
  for (const [index, { id }] of items.entries())
    await administrator.call(fillInStudent, {
      params: { school, id },
      body: {
        seenVersion: 1,
        own: { [language!]: LEVELS[index % LEVELS.length]!, ...(index % 4 === 0 && { [helped!]: '是' }) },
      },
    })
  const [way, checked] = asked.destination.fields.map(({ key }) => key)
  return { wayOfAdmission: way!, checked: checked! }
}
