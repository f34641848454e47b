import type { correctionLife } from '../../../domain/correction/life.ts'
import type { DocumentType } from '../../../domain/identity-document.ts'
import type { ActWords } from '../cases/act-button.tsx'

type Offer = (typeof correctionLife.offers)[number]

export const zh = {
  title: '信息更正',
  noticeTitle: '更正说明',
  notice: [
    '生源信息与事实不符的，在这里申请更正，并上传能证明的材料：身份证件、户口簿、公安机关出具的证明、学籍证明等。',
    '更正办结前不能签约；收到的邀约仍在应约期限内的，办结后可以继续应约。急于签约的，可以撤回申请。',
    '更正不改变已经签订的协议，协议上仍是签约时的信息。',
  ],
  register: '申请更正',
  cannot: '暂时不能申请更正，原因如下',
  empty: '还没有申请过信息更正。',
  wrongData: '以上信息有误？',
  allOfMine: '信息更正记录',
  signingWaits: '更正办结前不能签约。',
  kept: (fields: string) => `以下信息由学校维护，不能在线申请更正，有误请联系院系或学校就业部门：${fields}。`,
  fields: '更正内容',
  submittedAt: '申请时间',
  endedAt: '办结时间',
  between: '、',
  field: '项目',
  from: '原信息',
  to: '更正为',
  now: (value: string) => `生源库中现为“${value}”，与申请时不同`,
  changedSince: '申请之后，学校已改动过这些信息。请退回学生重新核对，或不予更正。',
  holder: (studentNumber: string) =>
    `生源库中同届的另一名学生（学号 ${studentNumber}）已使用这个证件号，不能通过，请先核实。`,
  reason: '学生的理由',
  why: '更正理由',
  which: '哪几项有误？',
  whichNeeded: '请选择有误的项目',
  be: (field: string) => `正确的${field}`,
  nowIs: (value: string) => `现为：${value}`,
  evidence: '请上传能证明正确信息的材料：身份证件、户口簿、公安机关证明、学籍证明等。',
  send: '提交申请',
  sendAgain: '重新提交',
  done: '已提交，等待学校审核',
  documents: {
    resident_id: '居民身份证',
    hk_macao_permit: '港澳居民来往内地通行证',
    taiwan_permit: '台湾居民来往大陆通行证',
    passport: '护照',
    permanent_residence: '外国人永久居留身份证',
  } satisfies Record<DocumentType, string>,
  numbers: '证件号与考生号平时不完整显示，请重新填写完整号码。',
  unmask: {
    label: '查看完整号码',
    title: '查看完整号码？',
    text: '查看会记入日志，学生也能看到。请写明原因。',
    done: '已显示完整号码',
  },
  act: {
    pass: {
      label: '通过',
      title: '通过审核？',
      text: '最后一级审核通过后，生源库即按申请更正；已签订的协议不变。',
      done: '已通过',
    },
    return: { label: '退回补充', title: '退回学生补充？', text: '请写明还需要什么。', done: '已退回' },
    reject: {
      label: '不予更正',
      title: '不予更正？',
      text: '信息保持不变，请写明原因。',
      done: '已答复，信息保持不变',
    },
    withdraw: {
      label: '撤回申请',
      title: '撤回更正申请？',
      text: '信息保持不变，之后可以继续签约。',
      done: '已撤回',
    },
    resubmit: { label: '补充材料', title: '补充更正申请', done: '已重新提交，等待学校审核' },
  } satisfies Record<Offer, ActWords>,
}
