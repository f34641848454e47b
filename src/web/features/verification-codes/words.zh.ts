import type { DocumentKind, DocumentSubject } from '../../../domain/document/kind.ts'
import type { LookWay } from '../../../domain/verification-code/look.ts'
import type { CodeState } from '../../../domain/verification-code/owning.ts'

const lead = (what: string, seen: string) =>
  `把核验码或链接交给需要核实${what}的人（银行、落户、用人单位等）：对方在公开的核验页上只看到${seen}。到期或停用以后，对方查不到任何内容。`

export const zh = {
  title: '核验码',
  document: {
    agreement: '就业协议书',
    dissolving: '解约办理中证明',
    dissolved: '解约证明',
    registration: '毕业去向登记表',
    recommendation: '毕业生推荐表',
  } satisfies Record<DocumentKind, string>,
  lead: {
    agreement: lead(
      '协议',
      '协议编号、双方和学校的名称、岗位、生效与解约的时间，看不到薪资、联系方式和证件号',
    ),
    dissolution: lead('解约', '协议编号、双方和学校的名称、解约办到哪一步和时间，看不到解约的原因'),
    destination: lead('毕业去向', '学号、姓名、学校、去向类别和登记时间，看不到填写的其他内容'),
    recommendation: lead('推荐表', '推荐表编号、姓名、学校、院系、专业和出具时间，看不到评语和其他内容'),
  } satisfies Record<DocumentSubject, string>,
  make: {
    label: '生成核验码',
    title: '生成核验码',
    text: '写明给谁、做什么用，便于以后分辨。',
    done: '核验码已生成',
  },
  purpose: '用途',
  purposeHint: '例如：××银行 办理贷款',
  endsOn: '有效期至',
  extend: { label: '延长', title: '延长核验码', done: '有效期已延长' },
  close: {
    label: '停用',
    title: '停用核验码',
    text: '停用后立即失效，不能恢复；需要时可以另外生成。',
    done: '核验码已停用',
  },
  none: '还没有生成核验码。',
  notYet: '学校审核通过以后才能生成核验码。',
  printed: '印在电子文件上的核验码',
  printedHint: '持有文件的人用它核验；它与文件一起长期有效，不能停用。',
  made: (who: string, when: string) => `${who} 于 ${when} 生成`,
  until: (day: string) => `有效期至 ${day}`,
  state: { open: '有效', over: '已到期', closed: '已停用' } satisfies Record<CodeState, string>,
  copy: '复制链接',
  copied: '链接已复制',
  copyFailed: '不能自动复制，请长按或选中链接复制',
  looks: (count: number) => (count === 0 ? '还没有人查看' : `已被查看 ${count} 次`),
  look: (when: string, way: string, origin: string, count: number) =>
    `${when} · ${way} · 网络 ${origin}${count > 1 ? ` · 当天 ${count} 次` : ''}`,
  way: { address: '扫码或打开链接', typed: '输入编号和核验码', file: '核对 PDF 文件' } satisfies Record<
    LookWay,
    string
  >,
}
