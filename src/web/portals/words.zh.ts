export const zh = {
  product: '签约',
  slogan: '毕业生网上签约平台',
  switchLanguage: 'English',
  skip: '跳到正文',
  signOut: '退出登录',
  menu: '菜单',
}
