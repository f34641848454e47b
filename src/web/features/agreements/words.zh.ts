import type { agreementLife } from '../../../domain/agreement/life.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { ActWords } from '../cases/act-button.tsx'

type Offer = (typeof agreementLife.offers)[number]

export const zh = {
  notable: {
    title: '请先留意',
    payLow: (pay: string, usual: string) => `转正起薪 ${pay}，明显低于本院系近期已鉴证协议的中位数 ${usual}`,
    penaltyHigh: (penalty: string, pay: string) => `违约金 ${penalty}，高于一个月的转正起薪（${pay}）`,
    employerNew: '该单位首次与本校学生签约',
    times: {
      'employer-at-fault': (n: number) => `该单位曾有 ${n} 份协议因单位一方的原因解除`,
      'signed-before': (n: number) => `双方此前签过 ${n} 份协议，已经结束`,
      'student-dissolved': (n: number) => `该学生此前有 ${n} 份协议已解除`,
      revised: (n: number) => `自发出邀约以来，条款改过 ${n} 次`,
    },
  },
  preview: '下载预览（未鉴证）',
  sealBy: (until: string) => `请单位在 ${until} 前签章；逾期未签章的，学校可以终止协议。`,
  sealTick: '我确认本单位已在协议上签章，协议自此生效',
  sealTickNeeded: '请先勾选确认',
  amendment: '待答复的协议修改',
  history: '历次修改',
  cancellation: { student: '学生申请撤销本协议', employer: '单位申请撤销本协议' } satisfies Record<
    Side,
    string
  >,
  dataChanged: '签约之后，学生的生源信息有更新；协议内容以签约时为准，未作改动。',
  notOnPlatform: '该单位未在平台登记：单位名称与信用代码为学生所填，学校审核时对照扫描件上的公章核对。',
  act: {
    pass: {
      label: '通过',
      title: '通过鉴证？',
      text: '最后一级审核通过后协议生效（约定单位签章的，签章后生效），形成就业信息。',
      done: '已通过',
    },
    return: { label: '退回修改', title: '退回双方修改？', text: '请写明需要更正的内容。', done: '已退回' },
    reject: {
      label: '不通过',
      title: '审核不通过？',
      text: '协议终止，学生可以与其他单位签约。',
      done: '已处理，学生可另行签约',
    },
    seal: {
      label: '确认签章',
      title: '确认单位已签章？',
      text: '确认后协议立即生效，双方都会受其约束；此后只能通过解约终止。',
      done: '已确认签章，协议生效',
    },
    'end-unsealed': {
      label: '终止（未签章）',
      title: '单位未签章，终止本协议？',
      text: '协议终止，学生可以与其他单位签约。请写明核实的情况。',
      done: '协议已终止，学生可另行签约',
    },
    'accept-amendment': {
      label: '同意修改',
      title: '同意协议修改？',
      text: '同意后新条款替换原条款，并重新经过各级审核。',
      done: '已同意修改，重新提交审核',
    },
    'decline-amendment': {
      label: '不同意修改',
      title: '不同意协议修改？',
      text: '原条款继续有效，审核继续进行。',
      done: '已拒绝修改，原条款不变',
    },
    'ask-cancellation': {
      label: '申请撤销',
      title: '申请撤销本协议？',
      text: '对方同意后协议撤销，学生可另行签约。',
      done: '已提交，等待对方答复',
    },
    'confirm-cancellation': {
      label: '同意撤销',
      title: '同意撤销本协议？',
      text: '撤销后不能恢复，学生可另行签约。',
      done: '协议已撤销',
    },
    'decline-cancellation': {
      label: '不同意撤销',
      title: '不同意撤销？',
      text: '协议继续有效。',
      done: '已答复，协议继续',
    },
    cancel: {
      label: '撤销登记',
      title: '撤销这份纸质协议的登记？',
      text: '撤销后不能恢复，可以另行签约或登记。',
      done: '登记已撤销',
    },
    'ask-fulfilment': {
      label: '请学生确认报到',
      title: '请学生确认已报到并订立劳动合同？',
      text: '由学生本人答复；逾期未答复的，由学校核实后决定。',
      done: '已通知学生，等待学生确认',
    },
    'confirm-fulfilment': {
      label: '确认已报到',
      title: '您已到单位报到，并订立了劳动合同？',
      text: '请只在两件事都已办妥后确认。确认后协议记为已履行，不能再在这里解约。',
      done: '已确认报到',
    },
    'deny-fulfilment': {
      label: '尚未报到',
      title: '您尚未报到，或尚未订立劳动合同？',
      text: '协议继续有效，对方会看到您写的原因。',
      done: '已答复，协议继续有效',
    },
    fulfil: {
      label: '记为已报到',
      title: '学生逾期未答复，记为已报到？',
      text: '请先核实学生确已报到并订立劳动合同，并写明依据。',
      done: '已记录报到',
    },
    'undo-fulfilment': {
      label: '撤回报到记录',
      title: '撤回已报到的记录？',
      text: '协议恢复为已生效，双方都会收到通知。',
      done: '已撤回，协议恢复为已生效',
    },
    'propose-amendment': { label: '修改协议', title: '提出协议修改', done: '已提交修改，等待学生答复' },
    correct: { label: '更正纸质协议', title: '更正纸质协议', done: '已更正，重新提交审核' },
  } satisfies Record<Offer, ActWords>,
  list: {
    title: '已签约学生',
    dissolution: '解约',
    empty: '还没有协议。学生同意邀约后会出现在这里。',
    see: '查看协议',
    q: '学生姓名、学号或协议编号',
  },
}
