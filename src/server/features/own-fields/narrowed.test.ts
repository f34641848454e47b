import { afterAll, beforeAll, expect, test } from 'vitest'
import * as destinations from '../../../contracts/destinations.ts'
import { getRosterView, listStudents, saveRosterFilter } from '../../../contracts/roster.ts'
import { fillInStudent, getStudentFile } from '../../../contracts/students.ts'
import { chosenText } from '../../../domain/own-field/chosen.ts'
import { type OwnKey, ownKey } from '../../../domain/own-field/field.ts'
import { declare } from '../../testing/destination-forms.ts'
import { addOwnFields, ownField } from '../../testing/own-fields.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const asked = (of: Readonly<Record<OwnKey, string>>) => {
  const pairs = Object.entries(of) as [OwnKey, string][]
  return chosenText(new Map(pairs))
}
const language = ownField('外语', { takes: { kind: 'choice', choices: ['英语', '日&语='] } })

test('the roster is narrowed to what was chosen in fields of the school’s own, of several at once, counted, and kept as a filter', async () => {
  const [school, other] = [await s.school(), await s.school()]
  const { first } = await s.staff(school, 'administrator')
  const params = { school }
  const [foreign, urban, note] = (await addOwnFields(first, { school, list: 'roster' }, [
    language,
    ownField('城镇户口', { nameEn: 'Urban', takes: { kind: 'yes-no' } }),
    ownField('备注'),
  ])) as [OwnKey, OwnKey, OwnKey]
  const said: Readonly<Record<OwnKey, string>>[] = [
    { [foreign]: '日&语=', [urban]: '是' },
    { [foreign]: '日&语=' },
    { [foreign]: '英语', [urban]: '是' },
    {},
  ]
  const numbers: string[] = []
  for (const own of said) {
    const student = await s.student(school)
    numbers.push(student.studentNumber)
    const key = { params: { school, id: student.id } }
    const { version } = await first.call(getStudentFile, key)
    if (Object.keys(own).length > 0)
      await first.call(fillInStudent, { ...key, body: { seenVersion: version, own } })
  }
  await s.student(other)
  const { own } = await first.call(getRosterView, { params })
  expect(own.map(({ name, choices }) => [name, choices.map((one) => [one.value, one.nameEn])])).toEqual([
    [
      '外语',
      [
        ['英语', '英语'],
        ['日&语=', '日&语='],
      ],
    ],
    [
      '城镇户口',
      [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
    ],
    ['备注', []],
  ])
  const found = async (of: Readonly<Record<OwnKey, string>>) => {
    const { items, total } = await first.call(listStudents, { params, query: { chosen: asked(of) } })
    return [total, ...items.map(({ studentNumber }) => numbers.indexOf(studentNumber))]
  }
  expect(await found({ [foreign]: '日&语=' })).toEqual([2, 0, 1])
  expect(await found({ [foreign]: '日&语=', [urban]: 'yes' })).toEqual([1, 0])
  expect(await found({ [urban]: 'no' })).toEqual([0])
  expect(await found({ [ownKey('01970f3e-5c00-7000-8000-000000000001')]: 'yes' })).toEqual([0])
  for (const wrong of [note, `${foreign}=%E0%A4%A`, 'own', 'x=1']) {
    const answer = await first.ask(listStudents, { params, query: { chosen: wrong } })
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, 'chosen'])
  }
  const kept = { name: '日语', filter: { chosen: asked({ [foreign]: '日&语=' }) } }
  const { filters } = await first.call(saveRosterFilter, { params, body: kept })
  expect(filters[0]!.filter.chosen).toBe(kept.filter.chosen)
})

test('so is the queue of destinations, by answers of students; one is led on within it', async () => {
  const school = await s.school()
  const { first } = await s.staff(school, 'administrator')
  const reviewer = await s.staff(school, 'school_reviewer')
  const [foreign] = (await addOwnFields(first, { school, list: 'destination' }, [
    { ...language, filledBy: 'student' },
  ])) as [OwnKey]
  const made: string[] = []
  for (const answer of ['日&语=', '英语', '日&语='])
    made.push((await declare(s, await s.student(school), '801', { [foreign]: answer })).id)
  const query = { chosen: asked({ [foreign]: '日&语=' }), queue: 'all' as const }
  const shown = await reviewer.first.call(destinations.listDestinations, { params: { school }, query })
  expect([shown.total, ...shown.items.map(({ id }) => made.indexOf(id))]).toEqual([2, 2, 0])
  expect(shown.own.map(({ name, choices }) => [name, choices.length])).toEqual([['外语', 2]])
  const beside = await reviewer.first.call(destinations.getDestinationNeighbours, {
    params: { school, id: made[2]! },
    query,
  })
  expect([beside.total, beside.next?.id, beside.previous]).toEqual([2, made[0], null])
})
