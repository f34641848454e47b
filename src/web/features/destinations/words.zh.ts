import type { destinationLife } from '../../../domain/destination/life.ts'
import type { ActWords } from '../cases/act-button.tsx'

type Offer = (typeof destinationLife.offers)[number]

export const zh = {
  title: '其他去向',
  noticeTitle: '登记说明',
  notice: [
    '升学、出国、应征入伍、基层项目、签劳动合同、自主创业、自由职业等去向在此登记，并上传相应的证明材料，由学校审核。',
    '实习协议、见习证明、实习证明一律不能作为就业证明材料。',
    '尚未落实去向的，可以如实申报“待就业”“拟升学”等情况：只作记录，不需要材料和审核，也不影响之后签约或登记。待就业不会被隐瞒，任何人不得要求您以虚假材料登记就业。',
    '同一时间只能登记一项去向，也不能同时有就业协议；审核通过后情况有变的，先申请作废，再重新登记。',
  ],
  register: '登记去向',
  cannot: '暂时不能登记或申报，原因如下',
  empty: '还没有登记过去向。升学、应征入伍、创业等去向落实后，在这里登记并上传证明材料。',
  pageTitle: {
    destination: (category: string) => `去向登记 · ${category}`,
    declaration: (category: string) => `去向申报 · ${category}`,
  },
  category: '去向类别',
  headline: '去向单位或说明',
  declaredAt: '登记时间',
  registeredAt: '审核通过时间',
  endedAt: '终止时间',
  answers: '登记内容',
  staffs: '学校填写',
  history: '历次更正',
  other: (name: string) => `其他${name}`,
  proves: (evidence: string) => `需要的材料：${evidence}`,
  chooseAnother: '重新选择类别',
  declarationNote: '提交后立即记录，不需要材料和审核，也不占用去向名额；之后仍可签约或登记去向。',
  route: {
    destination: {
      title: '已有去向',
      text: '选择去向类别，填写内容并上传证明材料，由学校审核。',
      check: '核对并提交',
      confirmTitle: '确认登记这项去向？',
      confirmText:
        '提交后由学校审核，并占用您唯一的去向：审核期间和通过之后，不能再应约电子签约、登记纸质协议或其他去向。请确认内容和材料真实。',
      confirm: '确认登记',
      done: '已提交，等待学校审核',
    },
    declaration: {
      title: '尚未落实去向',
      text: '如实申报即可：只作记录，不需要材料和审核，不影响之后签约或登记。',
      check: '核对并申报',
      confirmTitle: '确认申报？',
      confirmText: '提交后立即记录，并替换您之前的申报；不占用去向名额，之后仍可签约或登记去向。',
      confirm: '确认申报',
      done: '已记录',
    },
  },
  sendAgain: '重新提交审核',
  act: {
    pass: { label: '通过', title: '通过审核？', text: '最后一级审核通过后形成就业信息。', done: '已通过' },
    return: {
      label: '退回补正',
      title: '退回学生补正？',
      text: '请写明需要更正的内容或材料。',
      done: '已退回',
    },
    reject: {
      label: '不通过',
      title: '审核不通过？',
      text: '登记终止，学生可以另行签约或登记。',
      done: '已处理，学生可另行登记',
    },
    'grant-void': {
      label: '同意作废',
      title: '同意作废这项去向？',
      text: '最后一级同意后去向作废，学生可以另行签约或登记。',
      done: '已同意作废',
    },
    'refuse-void': {
      label: '不同意作废',
      title: '不同意作废？',
      text: '去向继续有效，请写明原因。',
      done: '已答复，去向继续有效',
    },
    'ask-void': {
      label: '申请作废',
      title: '申请作废这项去向？',
      text: '作废由学校审核；审核通过前，这项去向仍然有效。',
      done: '已提交，等待学校审核',
    },
    'withdraw-void': {
      label: '撤回作废申请',
      title: '撤回作废申请？',
      text: '去向继续有效。',
      done: '已撤回，去向继续有效',
    },
    withdraw: {
      label: '撤回登记',
      title: '撤回这项登记？',
      text: '撤回后不能恢复，可以另行签约或登记。',
      done: '已撤回',
    },
    correct: { label: '更正', title: '更正去向登记', done: '已更正，重新提交审核' },
  } satisfies Record<Offer, ActWords>,
}
