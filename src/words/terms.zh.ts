import type { StandardClause } from '../domain/terms.ts'

/** What terms are called, in forms, on pages and in documents alike. */
export const zh = {
  name: {
    position: '拟聘用职位',
    jobCategory: '工作职位类别',
    probationDays: '试用期（天）',
    probationPay: '试用起薪',
    regularPay: '转正起薪',
    penalty: '违约金',
    reportBy: '报到期限',
    region: '实际工作地点',
    contactName: '签约联系人',
    contactPhone: '联系电话',
    method: '档案接收',
    receiver: '档案转寄单位名称',
    address: '档案转寄地址',
    postcode: '档案转寄邮编',
    fileContact: '档案转寄联系人',
    filePhone: '档案转寄联系电话',
    household: '接收户口',
    contractMonths: '合同期限（月）',
    serviceMonths: '服务期（月）',
    benefits: '福利待遇',
    housing: '住宿',
  },
  employer: '用人单位',
  creditCode: '统一社会信用代码',
  clause: {
    'further-study': '升学录取后协议自动解除',
    'civil-service': '公务员、事业单位录用后自动解除',
    enlistment: '应征入伍后自动解除',
    health: '体检不合格解除',
  } satisfies Record<StandardClause, string>,
  fileMethod: {
    employer: '签约单位接收',
    talent_service: '人才服务机构代管',
    hometown: '转回生源地',
    further_study_school: '升学院校接收',
    retained: '暂不转',
  },
}
