export const zh = {
  slogan: '毕业生网上签约平台',
  signOut: '退出登录',
  menu: '菜单',
}
