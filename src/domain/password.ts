import { LONGEST } from './longest.ts'
import type { Message } from './notification.ts'

/** What the owner of an account is, as far as the password must not say it. All optional; empty texts say nothing. */
export type PasswordOwner = { name?: string; studentNumber?: string; idNumber?: string; phone?: string }

export type PasswordProblem = 'too-short' | 'too-long' | 'repetitive' | 'too-common' | 'contains-personal'

const LEAST = 10
const MOST = LONGEST.secret

/**
 * What is wrong with a new password, null when nothing is.
 *
 * After NIST SP 800-63B-4 §3.1.1.2: length and a blocklist instead of character classes, no forced changes.
 * It asks for 15 characters where a password is the only factor and 8 beside a second one; we take 10, because
 * students sign in by password alone on phones, behind a rate limit that a header cannot reset (architecture.md §5).
 * The least counts characters, the most (128) UTF-16 units, both after NFKC, as the account store measures them.
 */
export function passwordProblem(password: string, owner: PasswordOwner = {}): PasswordProblem | null {
  const text = password.normalize('NFKC')
  const characters = [...text.toLowerCase()]
  if (characters.length < LEAST) return 'too-short'
  if (text.length > MOST) return 'too-long'
  if (isRepetitive(characters)) return 'repetitive'
  if (saysWho(characters.join(''), owner)) return 'contains-personal'
  if (isCommon(characters.join(''))) return 'too-common'
  return null
}

/** Fewer than four different characters, one short piece again and again, or steps along the alphabet or the digits. */
function isRepetitive(characters: string[]): boolean {
  if (new Set(characters).size < 4) return true
  const text = characters.join('')
  if (/^(.{1,5})\1+.{0,2}$/su.test(text)) return true
  return characters.every((character, i) => i === 0 || isNeighbour(characters[i - 1]!, character))
}

/** The same character, the one before or after it, or 9 and 0. */
function isNeighbour(a: string, b: string): boolean {
  const step = Math.abs(a.codePointAt(0)! - b.codePointAt(0)!)
  return step <= 1 || a + b === '90' || a + b === '09'
}

/** The name; the student number; all, the last 6 or 8 and the birth date of the ID number; all or the last 6 or 8 of the phone. */
function saysWho(text: string, { name = '', studentNumber = '', idNumber = '', phone = '' }: PasswordOwner) {
  const long = [
    studentNumber,
    idNumber,
    idNumber.slice(-6),
    idNumber.slice(-8),
    idNumber.slice(6, 14),
    phone,
    phone.slice(-6),
    phone.slice(-8),
  ].filter((piece) => piece.length >= 4)
  const names = [name.trim(), name.replaceAll(' ', '')].filter((piece) => piece.length >= 2)
  return [...names, ...long].some((piece) => text.includes(piece.normalize('NFKC').toLowerCase()))
}

/**
 * Pieces of which the commonest passwords are made: the world's lists (SecLists, NCSC top 100k) and Chinese habits:
 * numbers that sound like words (520 我爱你, 1314 一生一世), pinyin, rows and columns of the keyboard.
 */
const COMMON_PIECES = [
  '1234567890 0123456789 123456789 987654321 12345678 87654321 1234567 7654321 123456 654321 12345 1234 4321 123 321',
  '111111 000000 888888 666666 999999 88888888 123123 321321 112233 123321 147258369 147258 258369 159357 789456',
  '5201314 1314520 1314521 3344520 520520 521521 1314 520 521 7758521 7758258 584520 201314 110110 10086 12306',
  'woaini woaiwo woaiwojia aini ainiyiwannian nihao woshi wodemima mima zhongguo beijing shanghai wuhan hubei laopo laogong baobao',
  'zhangwei wangwei liwei wangfang zhang wang liu chen yang xiaoming zhangsan lisi xuesheng jiuye qianyue daxue',
  'qwertyuiop qwertyui qwerty qwert qwer asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsxedc qazwsx edcrfv 1qaz2wsx 1q2w3e4r5t',
  '1q2w3e4r 1q2w3e q1w2e3r4 qwe123 qweasdzxc qweasd qwe asd zxc qaz wsx abcdefgh abcdef abcd1234 abcd abc123 abc aaa',
  'password passw0rd p@ssw0rd p@ssword passwd pass admin administrator root test guest user login welcome letmein changeme secret default',
  'iloveyou loveyou love dragon monkey football baseball superman master shadow sunshine princess michael hello freedom trustno1',
  'student graduate school university company',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** Nothing but common pieces, years and punctuation, with less than four characters of one's own. */
function isCommon(text: string): boolean {
  const own = COMMON_PIECES.reduce((rest, piece) => rest.replaceAll(piece, ' '), text)
    .replace(/(?:19|20)\d\d/g, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return [...own].length < 4
}

/** To whose account it is, in the inbox and at the address there is. */
export const passwordChanged = ({ userId, school }: { userId: string; school: string | null }): Message => ({
  kind: 'account.password-changed',
  school,
  to: { userId },
  about: { kind: 'account', id: userId },
  params: {},
})
