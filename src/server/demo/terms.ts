import type { Terms } from '../../domain/terms.ts'

/** The manual's own sample: a market assistant of 星光集团. */
export const sampleTerms = (reportBy: string): Terms => ({
  position: '市场助理',
  jobCategory: '21',
  probationDays: 30,
  probationPay: 300_000,
  regularPay: 400_000,
  penalty: 0,
  reportBy,
  regionCode: '310106',
  regionName: '上海市静安区',
  workAddress: '',
  contactName: '张先生',
  contactPhone: '021-34643643',
  remarks: [],
  clauses: ['further-study'],
  file: {
    method: 'employer',
    receiver: '星光有限公司',
    address: '武汉市洪山区珞狮路165号',
    postcode: '100101',
    contactName: '黄先生',
    contactPhone: '13554445454',
  },
  household: { accepted: false, address: '' },
  contractMonths: 36,
  serviceMonths: null,
  benefits: '五险一金，带薪年假',
  housing: '提供员工宿舍',
})
