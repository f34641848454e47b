import type { Configuration } from './configuration.ts'
import { OperatorError, type Sentence } from './db/operator-error.ts'
import { DatabaseUnavailable, isUnavailable } from './db/unavailable.ts'

type Place = Pick<Configuration, 'port' | 'host' | 'dataDir' | 'databaseUrl'>
type SystemError = Error & { readonly code?: string; readonly syscall?: string; readonly path?: string }

const LISTENING: Readonly<Record<string, (place: Place) => Sentence>> = {
  EADDRINUSE: ({ port }) => ({
    zh: `端口 ${port} 已被其他程序占用：请先停止该程序，或用 PORT 指定另一个端口。`,
    en: `Port ${port} is in use by another program: stop that one, or set PORT to another.`,
  }),
  EACCES: ({ port }) => ({
    zh: `当前用户不能使用端口 ${port}：请用 PORT 指定 1024 以上的端口。`,
    en: `This user may not listen on port ${port}: set PORT to one above 1024.`,
  }),
  EADDRNOTAVAIL: ({ host }) => ({
    zh: `本机没有地址 ${host}：请改正 HOST。`,
    en: `This machine has no address ${host}: correct HOST.`,
  }),
  ENOTFOUND: ({ host }) => ({
    zh: `找不到地址 ${host}：请改正 HOST。`,
    en: `The address ${host} is not known: correct HOST.`,
  }),
}

const full = ({ dataDir }: Place): Sentence => ({
  zh: `磁盘已满，无法写入 ${dataDir}：请腾出空间后再启动。`,
  en: `The disk is full, nothing can be written to ${dataDir}: make room and start again.`,
})
const readOnly = ({ dataDir }: Place): Sentence => ({
  zh: `无法写入目录 ${dataDir}：请把它交给当前用户，或用 DATA_DIR 指定另一个目录。`,
  en: `The folder ${dataDir} cannot be written to: give it to this user, or set DATA_DIR to another.`,
})
const noFolder = ({ dataDir }: Place): Sentence => ({
  zh: `${dataDir} 不是可用的目录：请改正 DATA_DIR。`,
  en: `${dataDir} cannot be a folder: correct DATA_DIR.`,
})
/** As every error of the storage library has it. */
const ofStore = ({ name }: Error): Sentence => ({
  zh: `FILES_URL 所指的存储拒绝了请求或没有回应（${name}）：请检查地址、密钥与桶名。`,
  en: `The store of FILES_URL refuses or does not answer (${name}): see its address, its key and the name of the bucket.`,
})
/** As the system, PostgreSQL (its hint) and SQLite (for our locks) say it. */
const NO_SPACE = /No space left on device|Check free disk space|disk is full/
const FILES: Readonly<Record<string, (place: Place) => Sentence>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: readOnly,
  EACCES: readOnly,
  EPERM: readOnly,
  ENOTDIR: noFolder,
  // What Node makes of a folder that cannot be made on a file system that is only read.
  ENOENT: readOnly,
  EEXIST: noFolder,
}

/** What a server of the operator's own answers that they alone can mend. */
const DATABASE: Readonly<Record<string, Sentence>> = {
  '28P01': {
    zh: 'DATABASE_URL 的用户名或密码不正确。',
    en: 'The user or password of DATABASE_URL is not right.',
  },
  '28000': {
    zh: '数据库服务器拒绝了 DATABASE_URL 的用户（请检查 pg_hba.conf 与 sslmode）。',
    en: 'The database server refuses the user of DATABASE_URL (look at pg_hba.conf and sslmode).',
  },
  '3D000': {
    zh: 'DATABASE_URL 所指的数据库不存在：请先建立。',
    en: 'The database of DATABASE_URL does not exist: create it first.',
  },
  '42501': {
    zh: 'DATABASE_URL 的用户权限不足：须拥有该数据库并可创建角色（CREATEROLE）。',
    en: 'The user of DATABASE_URL may not do enough: it must own the database and be allowed to create a role (CREATEROLE).',
  },
  '25006': {
    zh: 'DATABASE_URL 所指的数据库只读（可能是备用服务器）：请指向主服务器。',
    en: 'The database of DATABASE_URL is read-only (a standby, perhaps): name the primary.',
  },
}

const unreachable = ({ databaseUrl }: Place): Sentence => {
  const host = databaseUrl ? new URL(databaseUrl).host : '127.0.0.1'
  return {
    zh: `无法连接数据库 ${host}：请检查它是否在运行，以及 DATABASE_URL 的地址与端口。`,
    en: `The database at ${host} cannot be reached: see whether it runs, and whether DATABASE_URL has its address and port.`,
  }
}

/** The first of an error and its causes about which there is a sentence for whoever runs the site; null for a bug. */
export function sentenceFor(error: unknown, place: Place): Sentence | null {
  if (!(error instanceof Error)) return null
  const { code = '', syscall, message, cause } = error as SystemError
  if (code === '53100' || NO_SPACE.test(`${message} ${cause instanceof Error ? cause.message : ''}`))
    return full(place)
  if (error instanceof OperatorError) return error
  if ('$metadata' in error) return ofStore(error)
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    const sentence = LISTENING[code]
    if (sentence) return sentence(place)
  }
  if (code in DATABASE) return DATABASE[code]!
  if (error instanceof DatabaseUnavailable) return sentenceFor(cause, place) ?? unreachable(place)
  if (isUnavailable(error)) return unreachable(place)
  return FILES[code]?.(place) ?? sentenceFor(cause, place)
}
