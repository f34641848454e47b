import type { RosterFault } from '../domain/roster/fault.ts'

const fault: Record<RosterFault, string> = {
  'digits-lost': '号码被表格当作数字，末尾几位已丢失。请把这一列设为“文本”格式后重新填写',
  'error-value': '单元格是错误值（{{value}}），请更正公式或直接填写',
  'formula-without-value': '公式没有计算结果。请用 Excel 或 WPS 打开并保存一次，或直接填写内容',
  'text-elsewhere': '内容存放在另一个备注文件中，没有一起上传。请另存为 .xlsx 后重新上传',
  needed: '请填写此项',
  'needed-for-training-mode': '培养方式为「{{mode}}」，请填写定向或委培单位',
  'hidden-character': '第 {{position}} 个字符（{{character}}）看不见或会打乱文字，请删去后重新填写',
  'too-long': '最多 {{most}} 个字',
  'not-a-number': '只能由文字、数字和 - / . _ ( ) 组成',
  'not-a-day': '不是日期。请写成 2001-03-05、2001/3/5、2001年3月5日 或 20010305',
  'not-a-month': '不是年月。请写成 2027-06、2027/6、2027年6月 或 202706',
  'not-a-year': '不是年份。请写成 2027 或 2027届',
  'day-not-meant': '这个日期离现在太远，请核对',
  'year-not-meant': '毕业年份离现在太远，请核对',
  'not-in-table': '代码表中没有这一项，请填写表中的代码或名称',
  'several-in-table': '有几项同名，请填写代码或从省一级写起的全称',
  'not-yes-or-no': '请填写“是”或“否”',
  'not-a-phone': '不是电话号码。座机请带区号，境外号码请以 + 和国家代码开头',
  'not-a-mobile': '不是手机号码。请填写 11 位号码，境外号码请以 + 和国家代码开头',
  'not-an-email': '不是邮箱地址',
  'not-a-document-type':
    '证件类型须为：居民身份证、港澳居民来往内地通行证、台湾居民来往大陆通行证、护照、外国人永久居留身份证',
  'document-length': '居民身份证号应为 18 位，这里是 {{length}} 位',
  'document-characters': '居民身份证号只能是 17 位数字加一位数字或 X',
  'document-birth-date': '证件号中的出生日期不存在或离现在太远，请核对',
  'document-check-character': '居民身份证号的校验码不对，有数字写错了，请核对',
  'document-not-in-form': '证件号与证件类型不符，请核对类型和号码',
  'gender-contradicts-document': '与证件号中的性别不一致，请核对',
  'birth-contradicts-document': '证件号中的出生日期为 {{day|day}}，与这里不一致，请核对',
  'number-twice': '学号与第 {{row}} 行相同',
  'document-twice': '证件号与第 {{row}} 行相同',
  'document-of-another': '证件号属于生源库中的同届另一名学生（学号 {{studentNumber}}），请核对',
  'college-with-cases': '该生已有协议、解约或去向，请在学生档案中办理“调整院系、专业或班级”，再重新导入',
}

/** What is wrong with a cell of a roster, and what a row does. */
export const zh = {
  fault,
  standing: { new: '新增', changed: '更新', unchanged: '无变化', faulty: '未导入' },
  /** `第 12 行 C 列「性别」：…` */
  at: (row: number, column: string | null, heading: string) =>
    column === null ? `第 ${row} 行「${heading}」` : `第 ${row} 行 ${column} 列「${heading}」`,
  between: '；',
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
      college: '与系统中的院系名称一致',
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
