import type { RosterFault } from '../domain/roster/fault.ts'
import { zh as own } from './own-fields.zh.ts'
import { zh as sheets } from './sheets.zh.ts'

const fault: Record<RosterFault, string> = {
  ...sheets.fault,
  ...own.fault,
  'needed-for-training-mode': '培养方式为“{{mode}}”，请填写定向或委培单位',
  'not-a-month': '不是年月。请写成 2027-06、2027/6、2027年6月 或 202706',
  'not-a-year': '不是年份。请写成 2027 或 2027届',
  'day-not-meant': '这个日期离现在太远，请核对',
  'year-not-meant': '毕业年份离现在太远，请核对',
  'not-a-credit-code': '不是统一社会信用代码：应为 18 位，且校验位正确',
  'not-a-mobile': '不是手机号码。请填写 11 位号码，境外号码请以 + 和国家代码开头',
  'not-an-email': '不是邮箱地址',
  'not-a-document-type':
    '证件类型须为：居民身份证、港澳居民来往内地通行证、台湾居民来往大陆通行证、护照、外国人永久居留身份证',
  'not-a-college': '没有这个院系。请填写“院系”中已有的代码或名称，或先到“院系”中添加',
  'document-length': '居民身份证号应为 18 位，这里是 {{length}} 位',
  'document-characters': '居民身份证号只能是 17 位数字加一位数字或 X',
  'document-birth-date': '证件号中的出生日期不存在或离现在太远，请核对',
  'document-check-character': '居民身份证号的校验码不对，有数字写错了，请核对',
  'document-not-in-form': '证件号与证件类型不符，请核对类型和号码',
  'gender-contradicts-document': '与证件号中的性别不一致，请核对',
  'birth-contradicts-document': '证件号中的出生日期为 {{day|day}}，与这里不一致，请核对',
  'document-twice': '证件号与第 {{row}} 行相同',
  'document-of-another': '证件号属于生源库中的同届另一名学生（学号 {{studentNumber}}），请核对',
  'college-with-cases': '该生已有协议、解约或去向，请在学生档案中办理“调整院系、专业或班级”，再重新导入',
  'said-otherwise': '同一项数据的另一列写的不一样，请改为一致',
}

/** What is wrong with a cell of a roster, and what a row does. */
export const zh = {
  fault,
  standing: { new: '新增', changed: '更新', unchanged: '无变化', faulty: '未导入' },
  /** Of the template: its sheets, and what may be written beneath each kind of heading. */
  template: {
    sheet: '生源名单',
    report: '导入结果',
    notes: '填写说明',
    notesHeadings: ['列', '是否必填', '怎么填写'],
    needed: '必填',
    optional: '选填',
    before:
      '标 * 的列必填。各列次序可以调整，不需要的列可以删去；请勿改动列名。所有单元格均为文本格式，请勿改为数字或日期。空白表示不改动已有内容。',
    accepts: {
      number: '文字、数字和 - / . _ ( )，原样保存，开头的 0 不会丢失',
      'person-name': '与证件一致；中文姓名中间的空格会去掉',
      line: '一行文字，最多 200 个字',
      'document-type': '从列表选择；不填视为居民身份证',
      'document-number': '与证件类型一致',
      college: '系统中的院系名称或院系代码',
      birth: '如 2001-03-05、2001/3/5、2001年3月5日、20010305；居民身份证号中已有的可不填，或只填年月',
      month: '如 2027-06、2027年6月、202706',
      year: '如 2027、2027届；填了毕业年月的可不填',
      phone: '座机带区号；境外号码以 + 和国家代码开头',
      mobile: '11 位手机号；境外号码以 + 和国家代码开头',
      email: '邮箱地址',
      'yes-no': '是 或 否',
      set: '可填几项，用顿号分开',
      code: '代码或名称，如：',
      'code:region': '六位行政区划代码，或从省一级写起的全称',
    },
  },
}
