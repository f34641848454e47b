import { expect, test } from 'vitest'
import { BUCKET_FORM, parseBucket } from './bucket-address.ts'

test('the form that an operator is shown is of the form', () => {
  expect(parseBucket(BUCKET_FORM)).toEqual({
    bucket: 'bucket',
    endpoint: 'http://host:9000',
    region: 'cn-north-1',
    credentials: { accessKeyId: 'KEY', secretAccessKey: 'SECRET' },
    forcePathStyle: false,
  })
})

test('without keys the SDK finds its own, and the rest is what most stores want', () => {
  expect(parseBucket('s3://s3.cn-north-1.amazonaws.com.cn/qianyue-files')).toEqual({
    bucket: 'qianyue-files',
    endpoint: 'https://s3.cn-north-1.amazonaws.com.cn',
    region: 'us-east-1',
    forcePathStyle: true,
  })
})

test('a key and a secret may have any characters, percent-encoded', () => {
  const secret = 'a/b+c=d@e:f%?#'
  const { credentials } = parseBucket(`s3://K%2FY:${encodeURIComponent(secret)}@host/bucket`)!
  expect(credentials).toEqual({ accessKeyId: 'K/Y', secretAccessKey: secret })
})

test.each([
  'bucket',
  'https://host/bucket',
  's3:///bucket',
  's3://host',
  's3://host/',
  's3://host/bucket/folder',
  's3://host/Bucket',
  's3://KEY@host/bucket',
  's3://:SECRET@host/bucket',
  's3://KEY:half%zz@host/bucket',
  's3://host/bucket?regoin=cn-north-1',
  's3://host/bucket?region=',
  's3://host/bucket?tls=no',
  's3://host/bucket#part',
])('%s is not', (text) => {
  expect(parseBucket(text)).toBeNull()
})
