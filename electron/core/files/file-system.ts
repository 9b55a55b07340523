// The part of node:fs/promises that reading and saving use, handed in so that tests can make any single call fail.
import fs from 'node:fs/promises'

export type FileSystem = Pick<
  typeof fs,
  'copyFile' | 'link' | 'lstat' | 'open' | 'readdir' | 'readlink' | 'realpath' | 'rename' | 'stat' | 'unlink'
>

export const nodeFileSystem: FileSystem = fs
