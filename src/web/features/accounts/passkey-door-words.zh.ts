import type { Undone } from './passkeys-here.ts'

export const zh = {
  enter: '用通行密钥登录',
  undone: {
    cancelled: '没有完成：已取消，或等待超时。可以再试一次，或换一种方式',
    known: '这个设备上已经有您的通行密钥，不用再添加',
    impossible: '这个设备或浏览器没能使用通行密钥，请换一种方式',
  } satisfies Record<Undone, string>,
}
