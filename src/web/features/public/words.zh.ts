export const zh = {
  title: '毕业生与用人单位网上签约',
  choose: '选择学校',
  none: '还没有学校开通。',
  noneHint:
    '系统管理员请在服务器上运行 npm run operator -- 登录名 姓名，用得到的链接进入平台控制台开通学校。',
  lead: '单位发出邀约，学生在手机上应约，学校鉴证后生效。全程在线，每一步都看得到。',
  notice: '温馨提示',
  suspended: '这所学校暂停使用本系统',
  suspendedHint: '师生暂时不能登录；已有的协议和记录都保留。如有疑问请联系学校就业部门。',
  doors: '登录入口',
  student: '学生登录',
  studentHint: '查看邀请函、签约、查看鉴证进度',
  employer: '单位登录',
  employerHint: '邀请学生签约、修改与撤回、查看结果',
  school: '学校登录',
  schoolHint: '鉴证协议、查看学生与协议档案',
}
