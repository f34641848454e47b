export const zh = {
  title: '消息',
  bell: (unread: number) => (unread > 0 ? `消息，${unread} 条未读` : '消息'),
  arrived: (unread: number) => `有新消息，共 ${unread} 条未读`,
}
