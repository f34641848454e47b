import * as contract from '../../contracts/school-sign-in.ts'
import type { Visitor } from '../http/visitor.ts'

type Portal = 'student' | 'school'
/** Which school a test is about just now, and whose administrator sets its door up. */
type Now = () => { readonly school: string; readonly administrator: Visitor }
type Answer = Awaited<ReturnType<Visitor['ask']>>

export const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'done' : answer.json().code
export const faultOf = (answer: { json(): { details?: { fault?: string } } }) => answer.json().details?.fault

/** The browser's way: what the university sends it back with, behind the `?`. */
export const goTo = async (url: string) => {
  const answer = await fetch(url, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? 'http://nowhere.example').search.slice(1)
}

/** The rounds through a university's sign-in: the administrator's trial, the opening, and whoever comes in. `save` enters it. */
export function universityDoor(now: Now, save: (change?: object) => Promise<Answer>) {
  const trial = async (by = now().administrator) => {
    const params = { school: now().school }
    const begun = await by.ask(contract.trySchoolSignIn, { params })
    if (begun.statusCode !== 200) return begun
    const answer = await goTo(begun.json().url)
    return by.ask(contract.finishTrial, { params, body: { answer } })
  }
  const enable = (seenVersion = 1) =>
    now().administrator.ask(contract.enableSchoolSignIn, {
      params: { school: now().school },
      body: { seenVersion, enabled: true },
    })
  const begin = (by: Visitor, portal: Portal = 'student') =>
    by.ask(contract.beginSchoolSignIn, { body: { school: now().school, portal } })
  const finish = (by: Visitor, answer: string) => by.ask(contract.finishSchoolSignIn, { body: { answer } })
  return {
    trial,
    enable,
    begin,
    finish,
    opened: async (change: object = {}) => {
      await save(change)
      await trial()
      return enable()
    },
    comeIn: async (by: Visitor, portal: Portal = 'student') => {
      const begun = await begin(by, portal)
      return begun.statusCode === 200 ? finish(by, await goTo(begun.json().url)) : begun
    },
  }
}
