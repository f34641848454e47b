import { expect } from 'vitest'
import { admissionActs, applyToSchool, getAdmission } from '../../contracts/admissions.ts'
import { changeOwnEmployer, type EmployerFields, getOwnEmployer } from '../../contracts/employer-records.ts'
import { listNotifications } from '../../contracts/notifications.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Scenario } from './scenario.ts'

type Employer = Awaited<ReturnType<Scenario['employer']>>
type Act = keyof typeof admissionActs

/** As the scenario names its schools. */
export const named = (code: string) => ({ code, name: `学校${code}`, nameEn: `School ${code}` })
export const kindsOf = async (who: Visitor) =>
  (await who.call(listNotifications, { query: { pageSize: 100 } })).items.map(({ kind }) => kind)

export const FACTS: EmployerFields = {
  name: '新名有限公司',
  kind: 'own',
  licenceNumber: '',
  scope: '软件开发',
  legalPerson: '张三',
  industry: '34',
  size: '30',
  nature: '39',
  region: '420100',
  address: '示范路 1 号',
  contactName: '李四',
  contactPhone: '027-81234567',
  contactEmail: 'hr@example.com',
}

/** What employers and a school do about an admission; an act that is refused fails the test. */
export function admitting(s: () => Scenario, school: () => string) {
  /** An employer that this school does not know: another has it on its list, undecided. */
  const stranger = async () => s().employer(await s().school(), 'pending')
  const apply = async ({ first }: Employer, at = school()) =>
    first.call(applyToSchool, { body: { school: at, evidence: [await s().licence(first, at)] } })
  const ask = async (who: Visitor, action: Act, id: string, more: object = {}, at = school()) => {
    const params = { school: at, id }
    const { version } = await who.call(getAdmission, { params })
    return who.ask(admissionActs[action], { params, body: { seenVersion: version, ...more } })
  }
  const act = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked)
    expect([asked[1], answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([
      asked[1],
      200,
      true,
    ])
    return answer.json()
  }
  const change = async ({ first }: Employer, facts: Partial<EmployerFields>) => {
    const { version, declared, inEffect } = await first.call(getOwnEmployer, {})
    return first.call(changeOwnEmployer, {
      body: { ...FACTS, name: (declared ?? inEffect).name, ...facts, seenVersion: version },
    })
  }
  return { stranger, apply, ask, act, change }
}
