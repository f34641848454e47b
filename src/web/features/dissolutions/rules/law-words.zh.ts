export const zh = {
  title: '解约须知',
  penalty: (money: string) => `本协议约定的违约金为 ${money}。`,
  penaltyOf: (name: string, money: string) => `${name}：协议约定的违约金为 ${money}。`,
  tick: '我已阅读并同意以上须知',
  tickNeeded: '请先阅读须知并勾选同意',
}
