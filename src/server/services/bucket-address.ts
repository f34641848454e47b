import { z } from 'zod'

/** Where an S3-compatible store keeps our files. */
export type Bucket = {
  readonly bucket: string
  readonly endpoint: string
  readonly region: string
  /** Undefined: the SDK looks where its own variables, files and machine roles say. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** False where the bucket's name stands before the host's, as Aliyun OSS demands. */
  readonly forcePathStyle: boolean
}

/** Key and secret percent-encoded; both absent for the SDK's own; `tls=0` for plain HTTP, `path=0` for bucket.host. */
export const BUCKET_FORM = 's3://KEY:SECRET@host:9000/bucket?region=cn-north-1&tls=0&path=0'

const flag = z
  .enum(['0', '1'])
  .default('1')
  .transform((digit) => digit === '1')
const OPTIONS = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('us-east-1'),
  tls: flag,
  path: flag,
})
const BUCKET_NAME = /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/
const ENCODED = /^(?:[^%]|%[0-7][0-9a-f])*$/i

/** Null when it is not of the form. */
export function parseBucket(text: string): Bucket | null {
  if (!text.startsWith('s3://') || !URL.canParse(text)) return null
  const { host, username, password, pathname, searchParams, hash } = new URL(text)
  const [, bucket] = BUCKET_NAME.exec(pathname) ?? []
  const options = OPTIONS.safeParse(Object.fromEntries(searchParams))
  const isKeyWhole = (username === '') === (password === '') && ENCODED.test(username + password)
  if (!host || !bucket || !options.success || !isKeyWhole || hash) return null
  const { region, tls, path } = options.data
  return {
    bucket,
    endpoint: `${tls ? 'https' : 'http'}://${host}`,
    region,
    ...(username && {
      credentials: {
        accessKeyId: decodeURIComponent(username),
        secretAccessKey: decodeURIComponent(password),
      },
    }),
    forcePathStyle: path,
  }
}
