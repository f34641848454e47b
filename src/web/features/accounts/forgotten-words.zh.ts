import type { Portal } from '../../../domain/portal.ts'

export const zh = {
  title: '忘记密码',
  lead: '账号里有已确认的邮箱时，我们把重设密码的链接发到该邮箱，1 小时内有效。',
  submit: '发送链接',
  asked: '已收到。账号存在且有已确认的邮箱时，链接几分钟内发到该邮箱。',
  askedHint: '没有收到？请看垃圾邮件箱，核对填写的账号；为保护隐私，本页不说明账号是否存在。',
  askedWithoutMail: '已收到。本站目前不发送邮件，请按下面的办法重设密码。',
  without: '没有邮箱，或收不到邮件？',
  otherwise: {
    student:
      '请带有效证件到学校就业部门办理：一位老师核实是您本人，另一位老师批准，当面告诉您一次性口令，您再用口令设置新密码。在上面申请过的，学校能看到您的申请。',
    employer: '请本单位的负责人在“成员”里给您发一次性链接；您是唯一的负责人时，请联系平台或合作学校。',
    school: '请本校管理员在“教师账号”里给您发一次性链接。',
    platform: '请由掌管服务器的人用命令给您发一次性链接。',
  } satisfies Record<Portal, string>,
  haveCode: '我有学校给的口令',
  back: '返回登录',
  recover: {
    title: '用学校的口令设置新密码',
    lead: '口令由学校老师当面告诉您，24 小时内可使用一次。',
    code: '口令',
  },
}
