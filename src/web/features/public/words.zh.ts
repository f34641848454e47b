import { DEMO_PIN } from '../../../domain/signing/pin.ts'
export const zh = {
  title: '毕业生与用人单位网上签约',
  choose: '学生、学校老师：找到您的学校',
  find: '学校名称或代码',
  seek: '查找',
  noMatch: (sought: string) => `没有名称或代码含“${sought}”的学校，请核对后再试。`,
  more: (count: number) => `还有 ${count} 所学校，请输入名称或代码查找。`,
  phone: '电话',
  privacy: '隐私政策',
  verify: '文件核验',
  demo: '演示账号',
  demoHint: `这是演示系统，学校、单位和学生都是虚构的，可以放心试用。已设置的签署密码是 ${DEMO_PIN}。`,
  portals: { student: '学生', employer: '单位', school: '学校', platform: '平台' },
  none: '还没有学校开通。',
  noneHint:
    '系统管理员请在服务器上运行 npm run operator -- 登录名 姓名，用得到的链接进入平台控制台开通学校。',
  lead: '单位发出邀约，学生在手机上应约，学校鉴证后生效。全程在线，每一步都看得到。',
  forEmployers: '用人单位',
  register: '单位注册',
  suspended: '这所学校暂停使用本系统',
  suspendedHint: '师生暂时不能登录；已有的协议和记录都保留。如有疑问请联系学校就业部门。',
  employer: '单位登录',
}
