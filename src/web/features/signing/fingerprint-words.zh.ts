export const zh = { fingerprint: '内容指纹' }
