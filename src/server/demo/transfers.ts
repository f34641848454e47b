import {
  listTransferCandidates,
  listTransfers,
  prepareTransfers,
  transferActs,
} from '../../contracts/transfers.ts'
import { addDays } from '../../domain/day.ts'
import type { Cast } from './cast.ts'

const NO_NUMBERS = { tracking: '', transfer: '', verification: '', migration: '' }

/**
 * The school makes records of where the files of its graduates go: of four, one has come, one has come back from a company that may not keep it and is to go
 * again, one is on its way, and one is not sent yet. A certificate of a household's move waits to be collected.
 */
export async function playTransfers({ school, administrator, day }: Cast, year: number): Promise<void> {
  const params = { school }
  const certain = async (kind: 'file' | 'household') =>
    (
      await administrator.call(listTransferCandidates, { params, query: { kind, year, pageSize: 100 } })
    ).items.filter(({ receiver, address }) => receiver !== '' && address !== '')
  const prepare = (students: readonly string[], kind: 'file' | 'household' = 'file') =>
    administrator.call(prepareTransfers, {
      params,
      body: {
        transferKind: kind,
        transferWay:
          kind === 'file'
            ? { channel: 'ems', envelope: 'dedicated', batch: '毕业生第一批' }
            : { channel: 'in-person', envelope: null, batch: '' },
        transferWhom: { students: [...students] },
        seenTotal: students.length,
      },
    })
  const files = (await certain('file')).slice(0, 4).map(({ id }) => id)
  if (files.length === 0) throw new Error('the demo school has nobody whose file goes anywhere')
  await prepare(files)
  const { items } = await administrator.call(listTransfers, { params, query: { pageSize: 100 } })
  const [received, returned, sent] = items.slice().reverse()
  for (const [nth, of] of [received, returned, sent].entries())
    if (of)
      await administrator.call(transferActs.send, {
        params: { school, id: of.id },
        body: {
          seenVersion: 1,
          sentOn: addDays(day(), -6),
          transferNumbers: { ...NO_NUMBERS, tracking: `010${7_654_320 + nth}CN` },
        },
      })
  if (received)
    await administrator.call(transferActs.receive, {
      params: { school, id: received.id },
      body: { seenVersion: 2, receivedOn: addDays(day(), -3) },
    })
  if (returned) {
    await administrator.call(transferActs.return, {
      params: { school, id: returned.id },
      body: { seenVersion: 2, returnedOn: addDays(day(), -1), reason: '该单位无人事档案管理权，拒收退回' },
    })
    await prepare([returned.studentId])
  }
  const [mover] = await certain('household')
  if (mover) await prepare([mover.id], 'household')
}
