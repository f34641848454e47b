import type { DocumentType } from '../../../domain/identity-document.ts'

export const zh = {
  basics: '基本信息',
  employment: '就业信息',
  year: '毕业年度',
  level: '学历',
  name: '姓名',
  /** What the number of each is called. */
  document: {
    resident_id: '身份证号',
    hk_macao_permit: '港澳居民来往内地通行证号',
    taiwan_permit: '台湾居民来往大陆通行证号',
    passport: '护照号',
    permanent_residence: '外国人永久居留身份证号',
  } satisfies Record<DocumentType, string>,
  gender: '性别',
  phone: '手机',
  email: '邮箱',
  status: '就业状态',
  category: '就业类别',
  date: '就业时间',
  holder: '去向单位',
  genders: { male: '男', female: '女' },
}
