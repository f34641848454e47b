/** Where WeCom (企业微信) is, the same for every school: what it is asked, and its pages in a browser and within its app. */
export type WeComAddresses = { readonly api: string; readonly scan: string; readonly within: string }

export const WECOM: WeComAddresses = {
  api: 'https://qyapi.weixin.qq.com',
  scan: 'https://login.work.weixin.qq.com/wwlogin/sso/login',
  within: 'https://open.weixin.qq.com/connect/oauth2/authorize',
}
