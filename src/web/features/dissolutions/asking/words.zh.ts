import type { GROUNDS, GroundCode } from '../../../../domain/dissolution/grounds.ts'

type GroundOfLaw = {
  [Code in GroundCode]: (typeof GROUNDS)[Code]['kind'] extends 'statutory' ? Code : never
}[GroundCode]

export const zh = {
  title: '申请解约',
  of: (number: string, employer: string, student: string) => `协议书 ${number} · ${employer} · ${student}`,
  fields: { ground: '解约原因类别', reason: '解约原因', evidence: '证明材料' },
  groundNeeded: '请选择解约原因类别',
  reasonHint: {
    student: '请写明事实和理由，单位和学校都会看到。',
    employer: '请写明事实和理由，学生和学校都会看到。',
    paper: '请写明事实和理由，学校会看到。',
  },
  closed: '现在不能选择',
  kept: '您填写的内容没有提交，仍保留在下面，可以复制使用。',
  evidenceHint: {
    paper: '请上传单位开具并盖章的解约证明。',
    consent: '选填，例如录取通知书、录用通知、入伍通知书、体检报告或往来函件。',
    'employer-ended': '请上传市场监管部门的吊销、撤销、注销公示或文书，或者人民法院宣告破产的裁定书。',
    'no-qualification': '请上传学校出具的未取得毕业资格的证明。',
    'criminal-sentence': '请上传人民法院已经生效的判决书。',
    'other-legal': '请上传能够证明该情形的文书，并在解约原因中写明所依据的法律条款。',
  } satisfies Record<'paper' | 'consent' | GroundOfLaw, string>,
  submit: '提交解约申请',
  sent: {
    consent: { student: '解约申请已发出，等待单位答复', employer: '解约申请已发出，等待学生答复' },
    paper: '解约申请已提交学校',
    statutory: '解约申请已提交学校',
  },
  cannot: '现在不能申请解约，原因如下',
  onlyByLaw: '现在只能按法定情形申请，原因如下',
  evidenceNeeded: '需上传证明材料',
}
