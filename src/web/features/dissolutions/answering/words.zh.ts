import type { dissolutionLife } from '../../../../domain/dissolution/life.ts'
import type { ActWords } from '../../cases/act-button.tsx'

type Offer = (typeof dissolutionLife.offers)[number]

export const zh = {
  faultChoice: '违约责任认定',
  faultNeeded: '请选择违约责任认定',
  act: {
    agree: { label: '同意', title: '解约须知', confirm: '同意解约', done: '已同意，待学校鉴证' },
    refuse: {
      label: '拒绝',
      title: '不同意解约？',
      text: '协议继续有效。您写的理由双方和学校都会看到。',
      done: '已答复，协议继续有效',
    },
    withdraw: {
      label: '撤回申请',
      title: '撤回这次解约申请？',
      text: '撤回后协议继续有效，您之后可以再次申请。',
      done: '解约申请已撤回',
    },
    correct: {
      label: '更正材料',
      title: '更正证明材料',
      text: '更正后重新经过各级审核。填写原因则替换原来的解约原因。',
      done: '材料已更正，重新提交审核',
    },
    pass: {
      label: '通过',
      title: '通过这次解约？',
      text: '最后一级审核通过后协议解除，学生可以重新签约。',
      done: '已通过',
    },
    reject: {
      label: '不通过',
      title: '解约审核不通过？',
      text: '协议继续有效，双方可以再次申请。',
      done: '已处理，协议继续有效',
    },
    'accept-evidence': {
      label: '采信材料',
      title: '采信材料，代替没有作出的答复？',
      text: '应答复的一方逾期没有答复时，学校可以凭材料继续办理。请写明理由，双方都会看到。',
      done: '已采信材料，进入审核',
    },
  } satisfies Record<Offer, ActWords>,
}
