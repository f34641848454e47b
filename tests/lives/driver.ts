import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { getAgreement } from '../../src/contracts/agreements.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { getSettings, saveSettings } from '../../src/contracts/schools.ts'
import { getStudentFile, moveStudent } from '../../src/contracts/students.ts'
import { listMyTransfers } from '../../src/contracts/transfers.ts'
import { sweep } from '../../src/server/background/sweep.ts'
import { saveAdmission } from '../../src/server/features/admissions/queries.ts'
import type { Asking, Visitor } from '../../src/server/http/visitor.ts'
import type { Scenario } from '../../src/server/testing/scenario.ts'
import { type Act, type ActName, type Batch, type Event, nameOf } from './acts.ts'
import { nextFile } from './carry-out.ts'
import { nextStudent, startingWorld } from './model.ts'
import { gatherPeople, stayVerified } from './people.ts'
import { BATCH_OF, batchOf, ENDPOINT_OF, requestOf } from './requests.ts'
import type { World } from './world.ts'

const COLLECTIONS = ['invitations', 'agreements', 'dissolutions', 'destinations', 'corrections'] as const

/**
 * Done, and sent once more under the same key as by a page that heard no answer: it is told the same. That no more was
 * done than once the model sees by itself.
 */
async function doTwice(visitor: Visitor, endpoint: Endpoint, input: Asking) {
  const signed = await visitor.signed(endpoint, input)
  const asked = endpoint.schema.consumes ? input : { ...signed, key: randomUUID() }
  const answer = await visitor.ask(endpoint, asked)
  if (answer.statusCode !== 200 || endpoint.schema.consumes) return answer
  const again = await visitor.ask(endpoint, asked)
  // Kept as JSON, whose objects have no order.
  if (!isDeepStrictEqual(again.json(), answer.json()))
    throw new Error(`${endpoint.url}: ${answer.body}, but again ${again.body}`)
  return answer
}

/** The model's world on the real server: what happens there is done here. */
export async function enterLife(s: Scenario) {
  const people = await gatherPeople(s)
  const { school, name, idOf, visitorOf } = people
  const params = { school }

  const requestOn = async (agreement: string) => {
    const key = { params: { school, id: idOf(agreement) } }
    return (await visitorOf('school').call(getAgreement, key)).dissolution!.id
  }

  return {
    ...people,
    world: startingWorld({ code: school, year: 2026 }, people.employerNames, s.now()),

    act: (act: Act) =>
      doTwice(visitorOf(act.by), ENDPOINT_OF[nameOf(act) as ActName], requestOf(act, people)),
    batch: (batch: Batch) => doTwice(visitorOf(batch.by), BATCH_OF[batch.action], batchOf(batch, people)),

    async happen(event: Event, world: World): Promise<void> {
      switch (event.action) {
        case 'move':
          return s.setClock(event.to.toISOString())
        case 'sweep':
          await Promise.all([sweep(s.services), sweep(s.secondServices)])
          return
        case 'enrol':
          return people.enrol(nextStudent(world), event)
        case 'set-rules': {
          const { version } = await people.administrator.call(getSettings, { params })
          const body = { ...people.settings, ...event.rules, version }
          await people.administrator.call(saveSettings, { params, body })
          return
        }
        case 'move-student': {
          const key = { school, id: idOf(event.student) }
          const { version } = await people.administrator.call(getStudentFile, { params: key })
          const body = { seenVersion: version, collegeId: event.college, reason: '转专业' }
          await people.administrator.call(moveStudent, { params: key, body })
          return
        }
        default: {
          const status = event.action === 'admit' ? 'approved' : 'suspended'
          await saveAdmission(s.db, school, idOf(event.employer), status, s.now())
          await stayVerified(s)
        }
      }
    },

    /** Learns the ids of what has come into the world, from the answer that told of it or from its agreement's page. */
    async learn(before: World, after: World, answer: { json(): { id?: string; agreementId?: string } }) {
      for (const { id: made, studentId } of Object.values(after.transfers))
        if (!(made in before.transfers)) {
          const { items } = await visitorOf(studentId).call(listMyTransfers, { params })
          name(made, items[0]!.id)
        }
      const { id, agreementId } = answer.json()
      const file = nextFile(before)
      if (file in after.files) name(file, id!)
      for (const collection of COLLECTIONS)
        for (const made of Object.keys(after[collection])) {
          if (made in before[collection]) continue
          const isFormed = collection === 'agreements' && agreementId
          name(
            made,
            (isFormed ? agreementId : id) ?? (await requestOn(after.dissolutions[made]!.agreementId)),
          )
        }
    },
  }
}
export type LifeOnServer = Awaited<ReturnType<typeof enterLife>>
