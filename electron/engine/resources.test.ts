import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { localFolder } from './resources'

const own = join(homedir(), '.shelftalk')

it.each([
  ['/data/shop', {}, '/data/shop'],
  ['s3://bucket/shop', {}, own],
  ['db://team', { SHELFTALK_HOME: '/data/own' }, '/data/own'],
  ['s3://bucket/shop', { SHELFTALK_HOME: 's3://bucket/shop' }, own],
])('what lies beside %s with %j is in %s', (home, environment, expected) => {
  expect(localFolder(home, environment)).toBe(expected)
})
