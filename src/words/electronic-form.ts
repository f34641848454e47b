import type { Language } from './language.ts'

/**
 * What both sides agree to before they sign for the first time (Electronic Signature Law art. 3), in the edition of
 * `domain/signing/consent.ts`: whoever changes what it says raises the edition.
 */
export const ELECTRONIC_FORM: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '我同意通过本平台以数据电文形式订立、修改和解除就业协议，并使用电子签名（《电子签名法》第三条）。',
    '我的签署以签署密码或通行密钥确认，与手写签名或单位印章的图样一并记入文件；签署密码由我本人设置和保管，不交给他人。',
    '签署前页面显示的内容及其指纹就是我签署的内容。我可以随时查看、下载已签的文件。',
    '不愿采用电子形式的，可以改签纸质协议。',
  ],
  en: [
    'I agree to make, change and dissolve employment agreements on this platform as data messages, and to use electronic signatures (Electronic Signature Law, art. 3).',
    'My signature is confirmed by my signing PIN or a passkey and stands in the document with my drawn signature or my employer’s seal; the PIN is mine alone, and I give it to nobody.',
    'What the page shows before I sign, by its fingerprint, is what I sign. I can read and download what I have signed at any time.',
    'Whoever does not wish the electronic form may sign on paper instead.',
  ],
}
