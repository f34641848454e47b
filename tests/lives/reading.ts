import { expect } from 'vitest'
import { getAgreement, listAgreements } from '../../src/contracts/agreements.ts'
import { getCorrection, listCorrections } from '../../src/contracts/corrections.ts'
import { getDestination, listDestinations } from '../../src/contracts/destinations.ts'
import * as dissolutions from '../../src/contracts/dissolutions.ts'
import { employerWorkbench, MOST_ON_DESK } from '../../src/contracts/employers.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { getInvitation } from '../../src/contracts/invitations.ts'
import { studentHome } from '../../src/contracts/students.ts'
import { getTransfer, listMyTransfers } from '../../src/contracts/transfers.ts'
import type { CaseKind } from '../../src/domain/case.ts'
import type { Scenario } from '../../src/server/testing/scenario.ts'
import type { LifeOnServer } from './driver.ts'
import { dissolvableFor, homeOf, queuesOf, workbenchOf } from './overviews.ts'
import { pageOf } from './pages.ts'
import { transferPage, transferRow, transfersOf } from './transfers.ts'
import type { Person, World } from './world.ts'

/** Of a case, or of what is sent for a student. */
type Kind = CaseKind | 'transfer'
export type Subject = { readonly kind: Kind; readonly id: string }
const PAGE: Readonly<Record<Kind, Endpoint>> = {
  invitation: getInvitation,
  agreement: getAgreement,
  dissolution: dissolutions.getDissolution,
  destination: getDestination,
  correction: getCorrection,
  transfer: getTransfer,
}
const COLLECTION = {
  invitation: 'invitations',
  agreement: 'agreements',
  dissolution: 'dissolutions',
  destination: 'destinations',
  correction: 'corrections',
  transfer: 'transfers',
} as const
const KINDS = Object.keys(COLLECTION) as Kind[]
const shownTo = (world: World, { kind, id }: Subject, reader: string) =>
  kind === 'transfer' ? transferPage(world, id, reader) : pageOf(world, kind, id, reader)

/** What is another thing after than it was before. */
export const touchedBy = (before: World, after: World): Subject[] =>
  KINDS.flatMap((kind) => {
    const [was, is] = [before[COLLECTION[kind]], after[COLLECTION[kind]]]
    return Object.keys(is).flatMap((id) => (was[id] === is[id] ? [] : [{ kind, id }]))
  })

/** The student whom it concerns, and the employer whose page it may be. */
export function partiesOf(world: World, { kind, id }: Subject) {
  const dissolution = kind === 'dissolution' ? world.dissolutions[id] : undefined
  const subject = dissolution
    ? world.agreements[dissolution.agreementId]!
    : world[COLLECTION[kind === 'dissolution' ? 'agreement' : kind]][id]!
  return { student: subject.studentId, employer: 'employerId' in subject ? subject.employerId : null }
}

const peopleOf = (world: World, portal: Person['portal']) =>
  Object.keys(world.people).filter((id) => world.people[id]!.portal === portal)

/** What the real server tells these people, against what the model says they are told. */
export function readingOf(s: Scenario, life: LifeOnServer) {
  const { school, idOf, visitorOf } = life
  const params = { school }
  const namesOf = (items: readonly { id: string }[]) => items.map(({ id }) => life.named(id)).sort()

  const expectHome = async (world: World, student: string) => {
    const told = await visitorOf(student).call(studentHome, { params })
    expect(told).toMatchObject(homeOf(world, student))
    // The cases shown are those that are counted, each once.
    const shown = (kind: CaseKind) => told.toDo.filter((one) => one.kind === kind).length
    expect({
      invitation: shown('invitation'),
      agreement: shown('agreement'),
      dissolution: shown('dissolution'),
      destination: shown('destination'),
      correction: shown('correction'),
    }).toEqual({
      invitation: told.signingToDo,
      agreement: told.agreementToDo + told.paperToDo,
      dissolution: told.dissolutionToDo,
      destination: told.destinationToDo,
      correction: told.correctionToDo,
    })
    expect(new Set(told.toDo.map(({ id }) => id)).size).toBe(told.toDo.length)
  }

  const expectQueues = async (world: World, reviewer: string) => {
    const mine = { params, query: { queue: 'mine' as const, pageSize: 100 } }
    const told = {
      agreements: namesOf((await visitorOf(reviewer).call(listAgreements, mine)).items),
      dissolutions: namesOf((await visitorOf(reviewer).call(dissolutions.listDissolutions, mine)).items),
      destinations: namesOf((await visitorOf(reviewer).call(listDestinations, mine)).items),
      corrections: namesOf((await visitorOf(reviewer).call(listCorrections, mine)).items),
    }
    const { agreements, dissolutions: asked, destinations, corrections } = queuesOf(world, reviewer)
    expect(told).toEqual({
      agreements: agreements.sort(),
      dissolutions: asked.sort(),
      destinations: destinations.sort(),
      corrections: corrections.sort(),
    })
  }

  const expectDissolvable = async (world: World, reader: string) => {
    const isStudent = world.people[reader]!.portal === 'student'
    const query = { pageSize: 100 }
    const { items } = isStudent
      ? await visitorOf(reader).call(dissolutions.listMyDissolvable, { params, query })
      : await visitorOf(reader).call(dissolutions.listDissolvable, { query })
    const told = items.map((item) => ({ ...item, id: life.named(item.id)! }))
    const byName = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
    expect(told.sort(byName)).toMatchObject(dissolvableFor(world, reader).sort(byName))
  }

  /** What was sent for them, which stays as it was made whatever their destination becomes: the list warns of that. */
  const expectTransfers = async (world: World, student: string) => {
    const { items } = await visitorOf(student).call(listMyTransfers, { params })
    const told = items.map(({ id, warnings, ...row }) => ({
      ...row,
      id: life.named(id),
      isElsewhere: warnings.includes('destination-changed'),
    }))
    const expected = transfersOf(world, student).map((of) => ({ id: of.id, ...transferRow(world, of) }))
    expect(told).toMatchObject(expected.reverse())
  }

  const expectDesk = async (world: World, employer: string) => {
    const { counts, ...told } = await visitorOf(employer).call(employerWorkbench)
    const { counts: expected, ...desk } = workbenchOf(world, employer)
    expect([employer, counts]).toEqual([employer, expected])
    for (const part of ['mine', 'ended', 'others'] as const) {
      const names = namesOf(told[part])
      expect(desk[part]).toEqual(expect.arrayContaining(names))
      expect(names).toHaveLength(Math.min(desk[part].length, MOST_ON_DESK))
    }
  }

  return {
    async expectPage(world: World, { kind, id }: Subject, reader: string) {
      const answer = await visitorOf(reader).ask(PAGE[kind], { params: { school, id: idOf(id) } })
      const page = shownTo(world, { kind, id }, reader)
      expect([id, reader, answer.statusCode]).toEqual([id, reader, page ? 200 : 404])
      if (page) expect([reader, answer.json()]).toMatchObject([reader, page])
    },

    /** An act is answered with the page of what it was done on, or of what has come of it. */
    expectAnswer(world: World, kind: Kind, reader: string, answer: { json(): { id: string } }) {
      const page = shownTo(world, { kind, id: life.named(answer.json().id)! }, reader)
      expect([reader, answer.json()]).toMatchObject([reader, page])
    },

    expectHome,
    students: (world: World) => peopleOf(world, 'student'),

    /** One row or none, and it names what holds the place. */
    async expectPlace(world: World, student: string) {
      const rows = await s.db
        .selectFrom('placements')
        .where('schoolId', '=', school)
        .where('studentId', '=', idOf(student))
        .select(['agreementId', 'destinationId', 'holder'])
        .execute()
      const place = world.places[student]
      expect(
        rows.map(({ holder, agreementId, destinationId }) => ({
          holder,
          ref: life.named(agreementId ?? destinationId),
        })),
      ).toEqual(place ? [{ holder: place.holder, ref: place.ref }] : [])
    },

    /** Everybody's lists, counts and homes. */
    async expectOverviews(world: World) {
      for (const student of peopleOf(world, 'student')) {
        await expectHome(world, student)
        await expectTransfers(world, student)
        await expectDissolvable(world, student)
      }
      for (const employer of peopleOf(world, 'employer')) {
        await expectDesk(world, employer)
        await expectDissolvable(world, employer)
      }
      for (const reviewer of peopleOf(world, 'school')) await expectQueues(world, reviewer)
    },

    /** Line by line what was done, to everything that ever was. */
    async expectJournal(world: World) {
      const lines = await s.db.selectFrom('journal').select(['subject', 'entry']).orderBy('seq').execute()
      const told: Record<string, string[]> = {}
      for (const { subject, entry } of lines) {
        const [kind, id] = subject.split(':')
        const { action } = entry as { action: string }
        const name = `${kind}:${life.named(id!) ?? id}`
        told[name] = [...(told[name] ?? []), action.slice(kind!.length + 1)]
      }
      expect(told).toEqual(world.journal)
    },
  }
}
