import type { invitationLife } from '../../../domain/invitation/life.ts'
import type { ActWords } from '../cases/act-button.tsx'

type Offer = (typeof invitationLife.offers)[number] | 'invite-again'

export const zh = {
  title: '邀请函',
  number: (number: string) => `邀请函编号 ${number}`,
  dear: (name: string) => `${name}同学，你好！`,
  body: (position: string, deadline: string) =>
    `我单位拟录用（聘用）你为 ${position} 岗位员工，请于 ${deadline} 之前反馈，办理网签手续。过期不反馈视为主动放弃。`,
  left: (text: string, deadline: string) => `还剩 ${text}（${deadline}）`,
  over: '已超过截止时间',
  changed: '本次修改的内容',
  version: (n: number) => `第 ${n} 版`,
  cannot: '暂时不能应约，原因如下',
  toAgreement: '查看协议与鉴证进度',
  notes: '签约须知',
  sealed: '签章：学校审核通过后由单位签章，签章后协议才生效。',
  act: {
    accept: {
      label: '同意',
      title: '确认与该单位签约？',
      text: (employer: string) =>
        `点击“现在签约”后，您与“${employer}”即形成电子就业协议，等待学校鉴证。签约后其他邀请函只能查看。`,
      confirm: '现在签约',
      done: '签约成功，协议已提交学校鉴证',
    },
    decline: {
      label: '拒绝',
      title: '拒绝这份邀约？',
      text: '拒绝后不能撤回；单位可以再次邀请您。',
      done: '已拒绝该邀约',
    },
    revise: { label: '修改邀约', title: '修改邀约', done: '修改已发出，学生会看到改动' },
    'invite-again': { label: '再次邀约', title: '再次邀约', done: '邀请已发出' },
    withdraw: { label: '撤回邀约', title: '撤回这份邀约？', done: '邀约已撤回，学生可以看到原因' },
  } satisfies Record<Offer, ActWords<string | ((employer: string) => string)>>,
}
