/** Students of other schools at talks and fairs, as visitors read of them. */
export const zh = {
  guests: '外校学生',
  welcome: (signedUp: number, places: number) => `欢迎报名：已报名 ${signedUp} 人，共 ${places} 个名额`,
  waits: (signedUp: number, places: number) => `共 ${places} 个名额，已报名 ${signedUp} 人，再报名的为候补`,
  signUp: '外校学生登录后报名',
}
