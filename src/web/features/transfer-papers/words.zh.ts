import type { TransferWarning } from '../../../domain/transfer/receiver.ts'

export const zh = {
  title: '档案转递单与地址标签',
  lead: '按所选学生已鉴证的就业协议书填写。协议书没有写明的，转递单留空手填；没有接收地址的不印标签。',
  nobody: '没有选择学生。请在“学生”页勾选后，点“档案转递”。',
  toRoster: '去选择学生',
  open: '档案转递',
  warned: (count: string) => `${count} 名学生的接收信息需要先核对`,
  fine: '没有发现需要核对的地方。',
  warning: {
    'no-receiver': '没有写明接收单位',
    'file-stays': '协议约定档案暂不转',
    'no-address': '没有接收地址',
    'no-house-number': '地址没有门牌号，容易被退回',
    'receiver-is-student': '收件人是学生本人，不会被接收',
    'no-personnel-authority': '该单位可能没有人事档案管理权，应转人才服务机构',
    'no-contact': '没有联系电话',
    'destination-changed': '建立记录后，协议或去向写明的接收信息已变更',
  } satisfies Record<TransferWarning, string>,
  noAgreement: '没有已鉴证的就业协议',
  student: '学生',
  receiver: '接收单位',
  address: '地址',
  contact: '联系人',
  look: '核对',
  inOrder: '无需核对',
  noLabel: '不印标签',
  slips: (count: string) => `打印转递单（${count} 份）`,
  labels: (count: string) => `打印标签（${count} 张）`,
  start: '从第几张标签开始',
  startHint: (rows: string, columns: string) =>
    `A4 标签纸 ${columns} 列 × ${rows} 行，从左到右、从上到下数；用剩的标签纸可以接着用。打印时选“实际大小”，不要缩放。`,
}
