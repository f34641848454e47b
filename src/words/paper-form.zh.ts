import type { EntryName } from '../domain/agreement/document.ts'
import type { FormCopy } from '../domain/paper-form/corner.ts'
import { zh as agreement } from './agreement-document.zh.ts'
import { zh as terms } from './terms.zh.ts'

/** 纸质就业协议书: what stands on the form; what it shares with the online agreement's document is worded there. */
export const zh = {
  title: '就业协议书',
  number: '协议书编号',
  name: agreement.name,
  part: agreement.part,
  clause: agreement.clause,
  copy: {
    employer: '第一联　用人单位留存',
    student: '第二联　毕业生留存',
    school: '第三联　学校留存',
  } satisfies Record<FormCopy, string>,
  page: (page: number, pages: number) => `第 ${page} 页 共 ${pages} 页`,
  /** Behind what is filled in by hand. */
  unit: { regularPay: '元/月', probationPay: '元/月', penalty: '元', reportBy: '年　　月　　日' } as Partial<
    Record<EntryName, string>
  >,
  /** What is ticked by hand. */
  choices: {
    method: Object.values(terms.fileMethod),
    household: ['否', '是，迁入地址：'],
  } as Partial<Record<EntryName, readonly string[]>>,
  /** What is long when it is written by hand. */
  wide: ['region', 'benefits', 'address'] as readonly EntryName[],
  clauses: '约定条款（选用的在方框内打勾）',
  remarks: '其他约定',
  notes: '填写与登记',
  noteTexts: [
    '本协议书一式三份，甲方、乙方和学校各执一份，三份内容须一致，用黑色笔填写，涂改处由双方盖章或签字。',
    '双方签字盖章后，乙方登录签约平台，在“纸质签约”中登记，并拍下各页上传：整页入镜，四角的方码都要清楚。',
    '编号只能使用一次。写坏的交回学校作废；遗失的立即在平台或向学校说明，学校重新发放，原编号不再有效。',
    '就业协议不是劳动合同。报到后请依法与单位订立劳动合同。',
  ],
  signatures: [
    { party: '甲方（用人单位）', by: '盖章', person: '经办人' },
    { party: '乙方（毕业生）', by: '签字', person: null },
    { party: '学校', by: '盖章', person: '经办人' },
  ],
  date: '年　　月　　日',
}
