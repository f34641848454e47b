import { listTransfers, prepareTransfers, type TransferRow } from '../../contracts/transfers.ts'
import type { Visitor } from '../http/visitor.ts'

/** A record of where the file of this student goes, made by staff of the school, to be sent by 机要. */
export async function givenTransfer(staff: Visitor, school: string, studentId: string): Promise<TransferRow> {
  const params = { school }
  const body = {
    transferKind: 'file' as const,
    transferWay: { channel: 'confidential' as const, envelope: 'sealed-bag' as const, batch: '' },
    transferWhom: { students: [studentId] },
    seenTotal: 1,
  }
  await staff.call(prepareTransfers, { params, body })
  const { items } = await staff.call(listTransfers, { params, query: { pageSize: 100 } })
  const made = items.find((one) => one.studentId === studentId)
  if (!made) throw new Error('no record was made')
  return made
}

/** As the form fills it in: complete, so that it can be handed over. */
export const sampleTransferTo = {
  method: 'talent_service',
  receiver: '武汉市人才服务中心',
  address: '武汉市江岸区台北一路17号',
  postcode: '430015',
  contactName: '李老师',
  contactPhone: '027-82345678',
  channel: 'confidential',
  envelope: 'sealed-bag',
  batch: '第一批',
  remark: '',
} as const
