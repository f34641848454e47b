import type { SealMade } from '../../../domain/seal/seal.ts'

export const zh = {
  employer: {
    title: '单位印章',
    lead: '本单位签署时使用的印章图样，显示在协议书的签章处。',
    asks: '只有单位负责人可以更换。',
  },
  school: {
    title: '学校印章',
    lead: '学校鉴证、出具证明时使用的印章图样，显示在协议书、解约证明和毕业去向登记表上。',
    asks: '只有学校管理员可以更换。',
  },
  worth:
    '图样只是一张图片，本身不证明任何事：文书的效力以全文电子签章和操作记录为准。更换后只影响此后签署或鉴证的文书，已有文书保留当时的图样。',
  current: '现用图样',
  empty: '未设置图样：文书上不显示印章，也不作任何说明。',
  alt: (name: string) => `${name}的印章图样`,
  version: '版本',
  how: '来源',
  by: '设置人',
  at: '设置时间',
  hash: '图样指纹',
  made: {
    uploaded: '上传的图样',
    drawn: '系统生成',
    none: '不使用图样',
  } satisfies Record<SealMade, string>,
  otherName: (name: string) => `图样上的名称是“${name}”，与现在的名称不同，请考虑重新生成或上传。`,
  change: '更换图样',
  own: '上传图样',
  ownHint: (least: number, megabytes: number) =>
    `背景透明的 PNG，印章部分不小于 ${least}×${least} 像素，文件不超过 ${megabytes} MB。系统只保留像素，去掉其他信息。`,
  choose: '选择图片',
  chosen: (name: string) => `已选择：${name}`,
  upload: {
    label: '使用这张图片',
    title: '使用这张图片作为印章图样',
    text: '此后签署或鉴证的文书将显示这个图样。请确认您有权使用这枚印章。',
    done: '印章图样已更换',
  },
  generated: '系统生成',
  generatedHint: '圆形图样，四周为名称，中间标明“电子 ELECTRONIC”，不会被当作经公安备案的印章。',
  draw: {
    label: '使用系统生成的图样',
    title: '使用系统生成的图样',
    text: '此后签署或鉴证的文书将显示这个图样。',
    done: '现用系统生成的图样',
  },
  drop: {
    label: '不再使用图样',
    title: '不再使用印章图样',
    text: '此后签署或鉴证的文书不再显示印章图样；已有文书不变。',
    done: '已不再使用图样',
  },
  history: '设置记录',
  noHistory: '还没有设置过图样。',
}
