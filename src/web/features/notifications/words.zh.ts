import type { NotificationGroup } from '../../../domain/notification.ts'

export const zh = {
  title: '消息',
  unread: '未读',
  unreadOnly: (unread: number) => (unread > 0 ? `未读（${unread}）` : '未读'),
  markRead: '标为已读',
  markAllRead: '全部标为已读',
  empty: '还没有消息。邀约、审核、解约一有进展，会在这里告诉您。',
  nothingUnread: '没有未读的消息。',
  mail: { queued: '邮件已排队', sent: '邮件已发送', failed: '邮件未送达' },
  settings: {
    title: '邮件提醒',
    lead: '所有消息都在站内“消息”里。您还可以让其中几类同时发一份到邮箱。',
    unavailable: '本站目前不发送邮件，消息请在站内“消息”里查看。',
    email: '接收邮箱',
    emailHint: '留空则不发送邮件',
    groups: '哪些消息发邮件',
    group: {
      signing: '签约（邀约与答复、协议修改与撤销）',
      review: '审核（等待审核、审核结果）',
      dissolution: '解约（申请、答复、调解与结果）',
      reminder: '提醒（答复截止之前）',
    } satisfies Record<NotificationGroup, string>,
    saved: '邮件提醒设置已保存',
  },
}
