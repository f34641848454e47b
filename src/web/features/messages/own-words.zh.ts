export const zh = {
  title: '短信与微信提醒',
  lead: '所有消息都在站内“消息”里，办理期限以站内为准。您可以让学校同时用短信或微信提醒您，随时可以停止。',
  off: '学校目前没有使用这种方式',
  isOn: (since: string) => `已开启（${since}）`,
  isOff: '未开启',
  otherNumber: '手机号已更换，新号码确认之前不会发送',
  sms: {
    to: (mobile: string) => `发到 ${mobile}。先向这个号码发送验证码，确认是您本人的手机。`,
    abroad:
      '这是境外号码，学校的短信服务商可能不向它发送；收到验证码才算开通，没有收到时请仍以本站通知和邮件为准。',
    noNumber: '您还没有登记手机号，请先在上面填写。',
    send: '发送验证码',
    again: '重新发送',
    sentTo: (mobile: string, state: string) => `验证码发往 ${mobile}：${state}`,
    digits: '短信验证码',
    confirm: '确认并开启',
  },
  wechat: {
    how: '学校按学号找到您绑定的微信，绑定方法请问学校。',
    allow: '开启微信提醒',
  },
  stop: { sms: '停止短信提醒', wechat: '停止微信提醒' },
  allowed: '已开启',
  stopped: '已停止',
}
