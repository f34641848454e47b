export const zh = {
  title: '确认接收邮箱',
  lead: '确认后，签约平台会把您选择的消息同时发到这个邮箱。如果不是您本人填写的邮箱，请直接关闭此页。',
  confirm: '确认邮箱',
  done: (email: string) => `邮箱 ${email} 已确认`,
  close: '现在可以关闭此页。',
  incomplete: '链接不完整，请从邮件中完整复制后再打开',
}
