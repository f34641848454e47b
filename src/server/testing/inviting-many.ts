import { expect } from 'vitest'
import * as contract from '../../contracts/invitation-batches.ts'
import type { RowStanding } from '../../domain/invitation-batch/batch.ts'
import type { Visitor } from '../http/visitor.ts'
import { type InvitationRow, invitationsCsv } from './invitation-files.ts'
import type { Scenario } from './scenario.ts'

export const said = (
  rows: { row: number; faults: { column: string | null; value: string; said: string }[] }[],
) =>
  rows.map(({ row, faults }) => [
    row,
    ...faults.map(({ column, value, said: text }) => [column, value, text]),
  ])

/** Employers who bring sheets of invitations, and the students who are on them. */
export function invitingMany(s: () => Scenario) {
  function inviting(school: string, by: Visitor) {
    const of = (id: string) => ({ params: { school, id } })
    const send = (file: Buffer, name = '邀约.csv') =>
      by.ask(contract.uploadInvitations, { params: { school }, query: { name }, file })
    const look = (id: string) => by.call(contract.getInvitationBatch, of(id))
    const settled = async (id: string) => {
      await s().services.background.settled()
      await s().secondServices.background.settled()
      return look(id)
    }
    const read = (id: string) => ({ ...of(id), body: { noticeVersion: 1 } })
    return {
      send,
      look,
      settled,
      check: async (rows: readonly InvitationRow[] | Buffer) => {
        const answer = await send(Buffer.isBuffer(rows) ? rows : invitationsCsv(rows))
        expect(answer.statusCode).toBe(200)
        return settled(answer.json().id)
      },
      rows: async (id: string, standing: RowStanding) =>
        (await by.call(contract.listBatchRows, { ...of(id), query: { standing, pageSize: 100 } })).items,
      begin: (id: string) => by.ask(contract.sendInvitationBatch, read(id)),
      sendAll: async (id: string) => {
        await by.call(contract.sendInvitationBatch, read(id))
        return settled(id)
      },
      cancel: (id: string) => by.ask(contract.cancelInvitationBatch, of(id)),
      report: async (id: string) =>
        (await by.ask(contract.readBatchReport, { ...of(id), query: {} })).rawPayload,
    }
  }
  async function begin() {
    s().setClock('2026-06-01T10:00:00+08:00')
    const school = await s().school()
    const employer = await s().employer(school)
    return { school, employer, ...inviting(school, employer.first) }
  }
  async function students(school: string, count: number) {
    const made: Awaited<ReturnType<Scenario['student']>>[] = []
    for (let n = 0; n < count; n++) made.push(await s().student(school))
    return made
  }
  const invitationsOf = (school: string) =>
    s().db.selectFrom('invitations').where('schoolId', '=', school).selectAll().orderBy('id').execute()
  return { inviting, begin, students, invitationsOf }
}
