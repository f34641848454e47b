export const zh = {
  signed: '双方已签约',
  awaiting: { student: '学生已提出解约，待单位答复', employer: '单位已提出解约，待学生答复' },
  silent: { student: '单位逾期未答复', employer: '学生逾期未答复' },
  agreed: { student: '单位已同意解约', employer: '学生已同意解约' },
  refused: { student: '单位不同意解约', employer: '学生不同意解约' },
  withdrawn: { student: '学生已撤回解约申请', employer: '单位已撤回解约申请' },
  evidence: { student: '单位未答复，学校已采信材料', employer: '学生未答复，学校已采信材料' },
  notAsked: {
    paper: '已提交单位解约证明',
    statutory: { student: '法定情形，无需单位答复', employer: '法定情形，无需学生答复' },
  },
}
