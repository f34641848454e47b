import type { DeliveryState, OffReason, WebhookKind } from '../../../domain/webhook/webhook.ts'

export const zh = {
  title: '事件推送',
  lead: {
    school:
      '协议签订、生效、解约时，系统立即通知学校自己的服务器。通知只含学校代码、案件编号、时间和协议编号，不含个人信息；需要详情时，用接口令牌查询。',
    employer:
      '协议签订、生效、解约或收到投递时，系统立即通知单位自己的服务器。通知只含学校代码、案件编号、时间和协议编号，不含个人信息；需要详情时，用接口令牌查询。',
  },
  signed:
    '每次推送都按 Standard Webhooks 规范签名，接收方应先验证签名。推送失败会自动重试约三天，连续五天没有一次成功则自动停用。',
  add: {
    label: '新增推送地址',
    title: '新增推送地址',
    text: '地址须以 https:// 开头并能从公网访问。签名密钥只显示一次。',
    confirm: '新增',
    done: '推送地址已新增，请保存密钥',
  },
  address: '地址',
  addressHint: '例如：https://hr.example.com/qianyue',
  kinds: '事件',
  kind: {
    'agreement.formed': '协议签订',
    'agreement.effective': '协议生效',
    'agreement.dissolved': '协议解除',
    'application.received': '收到投递',
  } satisfies Record<WebhookKind, string>,
  given: (address: string) => `${address} 的签名密钥，只显示这一次`,
  givenHint: '接收方用它验证推送确实来自本系统。丢失时请更换密钥。',
  key: '签名密钥',
  copy: '复制',
  copied: '密钥已复制',
  renewKey: {
    label: '更换密钥',
    title: '更换签名密钥',
    text: '新密钥只显示一次。此后 24 小时内，推送同时带新旧两个密钥的签名，便于接收方更换。',
    done: '密钥已更换，请保存新密钥',
  },
  formerKey: (when: string) => `原密钥的签名保留至 ${when}`,
  disable: {
    label: '停用',
    title: '停用推送',
    text: '停用期间发生的事件不再推送，也不补发。',
    done: '已停用',
  },
  enable: { label: '启用', title: '启用推送', done: '已启用' },
  remove: {
    label: '删除',
    title: '删除推送地址',
    text: '地址、密钥和推送记录一并删除，不能恢复。',
    done: '推送地址已删除',
  },
  on: '启用中',
  failing: (when: string) => `自 ${when} 起推送失败`,
  off: {
    'by-hand': (when: string) => `${when} 停用`,
    failing: (when: string) => `连续失败，${when} 自动停用`,
    gone: (when: string) => `对方表示地址已撤销，${when} 自动停用`,
  } satisfies Record<OffReason, (when: string) => string>,
  madeBy: (who: string, when: string) => `${who} 于 ${when} 新增`,
  none: '还没有推送地址。',
  log: '推送记录',
  logHint: '保留 30 天。',
  logNone: '还没有推送。',
  columns: {
    kind: '事件',
    number: '协议编号',
    at: '发生时间',
    state: '状态',
    answer: '对方应答',
    acts: '操作',
  },
  state: { waiting: '推送中', delivered: '已送达', failed: '未送达' } satisfies Record<DeliveryState, string>,
  tries: (count: number) => `第 ${count} 次`,
  unanswered: '无应答',
  replay: { label: '重新推送', title: '重新推送', text: '以相同的编号再推送一次。', done: '已重新推送' },
}
